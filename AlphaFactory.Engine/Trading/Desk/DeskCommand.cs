using System.Text.Json.Serialization;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What a person, a verb, the API or an alert channel may tell the desk.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Start), "start")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(Flatten), "flatten")]
[JsonDerivedType(typeof(Stop), "stop")]
[JsonDerivedType(typeof(SetSpeed), "speed")]
[JsonDerivedType(typeof(Unlock), "unlock")]
[JsonDerivedType(typeof(Kill), "kill")]
[JsonDerivedType(typeof(Unkill), "unkill")]
[JsonDerivedType(typeof(StillHere), "still-here")]
public abstract record DeskCommand
{
    private DeskCommand()
    {
    }

    /// <summary>What must be typed to confirm; null for a command that needs nothing typed.</summary>
    [JsonIgnore]
    public virtual string? ConfirmWith => null;

    /// <summary>What was typed.</summary>
    [JsonIgnore]
    public virtual string? Typed => null;

    /// <summary>A command to one deployment.</summary>
    public interface IToOne
    {
        /// <summary>Id of the deployment.</summary>
        string Deployment { get; }
    }

    /// <summary>A draft starts to trade.</summary>
    public sealed record Start(string Deployment, string Note = "") : DeskCommand, IToOne;

    /// <summary>Opens nothing more; stops and targets still wait at the broker.</summary>
    public sealed record Pause(string Deployment, string Note = "") : DeskCommand, IToOne;

    /// <summary>A paused deployment trades again.</summary>
    public sealed record Resume(string Deployment, string Note = "") : DeskCommand, IToOne;

    /// <summary>Pauses, takes every order back and closes the position at the next price there is.</summary>
    /// <param name="Deployment">The deployment.</param>
    /// <param name="Confirm">Its name, typed.</param>
    /// <param name="Note">Why.</param>
    public sealed record Flatten(string Deployment, string Confirm, string Note = "") : DeskCommand, IToOne
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override string? Typed => Confirm;
    }

    /// <summary>Ends a deployment for good; its orders are taken back. What it holds must be closed first.</summary>
    /// <param name="Deployment">The deployment.</param>
    /// <param name="Confirm">Its name, typed.</param>
    /// <param name="Note">Why.</param>
    public sealed record Stop(string Deployment, string Confirm, string Note = "") : DeskCommand, IToOne
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override string? Typed => Confirm;
    }

    /// <summary>Another speed of the replay.</summary>
    /// <param name="Deployment">The deployment.</param>
    /// <param name="Speed">From 1 to 1000 times the speed of the exchange.</param>
    public sealed record SetSpeed(string Deployment, double Speed) : DeskCommand, IToOne;

    /// <summary>Takes a lock of a protection off before its time.</summary>
    /// <param name="Deployment">The deployment.</param>
    /// <param name="Lock">Number of the lock.</param>
    /// <param name="Note">Why; it must say something.</param>
    public sealed record Unlock(string Deployment, int Lock, string Note) : DeskCommand, IToOne;

    /// <summary>The kill switch: no order of any deployment goes out, every order that waits is taken back. It holds until somebody takes it back, over restarts too.</summary>
    /// <param name="Why">Why, in words; it must say something.</param>
    /// <param name="Way">By which way it came: <c>page</c>, <c>chord</c>, <c>api</c>, <c>verb</c>, <c>telegram</c>, <c>file</c>, <c>dead-man</c>.</param>
    /// <param name="Confirm">The word <see cref="Word"/>, typed; the ways that ask in two steps of their own send it themselves.</param>
    public sealed record Kill(string Why, string Way, string Confirm) : DeskCommand
    {
        /// <summary>What must be typed.</summary>
        public const string Word = "kill";

        /// <inheritdoc/>
        [JsonIgnore]
        public override string? ConfirmWith => Word;

        /// <inheritdoc/>
        [JsonIgnore]
        public override string? Typed => Confirm;
    }

    /// <summary>Takes the kill switch back. The deployments it caught are paused afterwards, and each is resumed by itself.</summary>
    /// <param name="Note">Why it may come back; it must say something.</param>
    /// <param name="Confirm">The word <see cref="Word"/>, typed.</param>
    public sealed record Unkill(string Note, string Confirm) : DeskCommand
    {
        /// <summary>What must be typed.</summary>
        public const string Word = "unkill";

        /// <inheritdoc/>
        [JsonIgnore]
        public override string? ConfirmWith => Word;

        /// <inheritdoc/>
        [JsonIgnore]
        public override string? Typed => Confirm;
    }

    /// <summary>Somebody is watching: winds the dead-man timer up again.</summary>
    public sealed record StillHere : DeskCommand;
}
