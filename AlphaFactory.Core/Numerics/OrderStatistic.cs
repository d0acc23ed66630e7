namespace AlphaFactory.Core.Numerics;

/// <summary>Finds the value at one place of a sorted list without sorting it: in time that grows with the number of values, not with its logarithm as well.</summary>
public static class OrderStatistic
{
    /// <summary>The value that stands at a place when all are sorted, lowest first.</summary>
    /// <param name="values">The values, none of them NaN; their order changes.</param>
    /// <param name="place">The place, from 0.</param>
    /// <remarks>Source: C. A. R. Hoare, "Algorithm 65: Find", Communications of the ACM 4 (1961).</remarks>
    public static double Select(Span<double> values, int place)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            double pivot = Middle(values[low], values[low + ((high - low) / 2)], values[high]);
            int left = low, right = high;
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (place > right && place < left)
            {
                break;
            }

            (low, high) = place <= right ? (low, right) : (left, high);
        }

        return values[place];
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
