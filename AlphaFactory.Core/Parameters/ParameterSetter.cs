using System.Globalization;
using System.Reflection;

namespace AlphaFactory.Core.Parameters;

/// <summary>Sets a property of a record from one number, through a delegate made once.</summary>
internal static class ParameterSetter
{
    public static double Encode(object value) => value switch
    {
        bool yes => yes ? 1 : 0,
        DateOnly day => day.DayNumber,
        Enum choice => Array.IndexOf(Enum.GetValues(choice.GetType()), choice),
        IConvertible number => number.ToDouble(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no code.", nameof(value)),
    };

    public static Action<object, double> Of(PropertyInfo property)
    {
        var maker = typeof(ParameterSetter).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;
        return (Action<object, double>)maker.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property.SetMethod!])!;
    }

    private static Action<object, double> Typed<TRecord, TValue>(MethodInfo method)
        where TRecord : class
    {
        var set = method.CreateDelegate<Action<TRecord, TValue>>();
        var decode = Decoder<TValue>();
        return (record, code) => set((TRecord)record, decode(code));
    }

    private static Func<double, TValue> Decoder<TValue>()
    {
        if (typeof(TValue).IsEnum)
        {
            var values = (TValue[])Enum.GetValues(typeof(TValue));
            return code => values[(int)code];
        }

        Delegate decode = typeof(TValue) == typeof(int) ? (Func<double, int>)(code => (int)code)
            : typeof(TValue) == typeof(double) ? (Func<double, double>)(code => code)
            : typeof(TValue) == typeof(bool) ? (Func<double, bool>)(code => code != 0)
            : (Func<double, DateOnly>)(code => DateOnly.FromDayNumber((int)code));
        return (Func<double, TValue>)decode;
    }
}
