namespace AlphaFactory.Tests.Support;

/// <summary>Removes what a test wrote.</summary>
internal static class TestFolder
{
    /// <summary>Removes a folder whose last user has just ended; a child process may take a moment to let go of its files, and leaving some behind is no failure of the program.</summary>
    public static async Task DeleteAsync(string path)
    {
        for (int i = 0; i < 50 && Directory.Exists(path); i++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }
}
