namespace AlphaFactory.Core.Registration;

/// <summary>Finds the parameters record a registered class was tied to by its base.</summary>
internal static class RecordOf
{
    /// <summary>The type argument of the generic base.</summary>
    /// <param name="type">The registered class.</param>
    /// <param name="openBase">The generic base, such as <c>Sizing&lt;&gt;</c>.</param>
    /// <param name="id">Its id, for the message.</param>
    /// <exception cref="RegistrationException">The class does not derive from it.</exception>
    public static Type Rule(Type type, Type openBase, string id)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (ancestor.IsGenericType && ancestor.GetGenericTypeDefinition() == openBase)
            {
                return ancestor.GetGenericArguments()[0];
            }
        }

        throw new RegistrationException($"{type.FullName} is registered as \"{id}\" but does not derive from {openBase.Name.Split('`')[0]}<TParameters>, so its parameters are unknown.");
    }
}
