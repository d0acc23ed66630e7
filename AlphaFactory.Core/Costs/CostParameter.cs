using System.Reflection;

namespace AlphaFactory.Core.Costs;

/// <summary>One setting of a cost model, as its property declares it.</summary>
public sealed class CostParameter
{
    private readonly PropertyInfo _property;
    private readonly CostParameterAttribute _declared;
    private readonly IReadOnlyList<PropertyInfo> _siblings;

    internal CostParameter(PropertyInfo property, CostParameterAttribute declared, IReadOnlyList<PropertyInfo> siblings, string prefix, string model)
    {
        (_property, _declared, _siblings, Model) = (property, declared, siblings, model);
        Key = $"{prefix}_{declared.Name}";
    }

    /// <summary>snake_case key in a run file.</summary>
    public string Key { get; }

    /// <summary>Id of the model it belongs to.</summary>
    public string Model { get; }

    /// <summary>True for a fraction that is written in per cent.</summary>
    public bool IsPercent => _declared.Name == "pct" || _declared.Name.EndsWith("_pct", StringComparison.Ordinal);

    /// <summary>Smallest valid value, as a fraction for per cent.</summary>
    public double Minimum => _declared.Minimum;

    /// <summary>Largest valid value, as a fraction for per cent.</summary>
    public double Maximum => _declared.Maximum;

    /// <summary>Label of its input.</summary>
    public string Label => _declared.Label;

    /// <summary>Unit shown behind its input.</summary>
    public string Unit => _declared.Unit;

    /// <summary>One sentence of help; empty when there is none.</summary>
    public string Help => _declared.Help;

    /// <summary>The value in a model of this kind; null for another kind.</summary>
    public double? Of(object model) => model.GetType() == _property.DeclaringType ? (double)_property.GetValue(model)! : null;

    /// <summary>A model of this kind with another value and, when it is of the kind already, everything else unchanged.</summary>
    public object With(object model, double value)
    {
        object changed = Activator.CreateInstance(_property.DeclaringType!)!;
        if (model.GetType() == _property.DeclaringType)
        {
            foreach (var sibling in _siblings)
            {
                sibling.SetValue(changed, sibling.GetValue(model));
            }
        }

        _property.SetValue(changed, value);
        return changed;
    }
}
