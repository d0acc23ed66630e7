namespace AlphaFactory.Web.Features.SignIn;

/// <summary>What the sign-in form sends.</summary>
public sealed class SignInInput
{
    /// <summary>Name of the user.</summary>
    public string Name { get; set; } = "";

    /// <summary>Pass phrase as typed.</summary>
    public string PassPhrase { get; set; } = "";
}
