using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Engine.Jobs;

/// <summary>The settings of the section <c>AlphaFactory:Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Jobs";

    /// <summary>Runs computed at the same time on this node, 1 to 256; 0 takes the number of processors.</summary>
    /// <value>0</value>
    [Range(0, 256, ErrorMessage = "Give 1 to 256, or 0 for one per processor.")]
    public int Concurrency { get; set; }

    /// <summary>Seconds without a sign of life after which a run is taken from its worker, 5 to 3600. Workers report every second.</summary>
    /// <value>15</value>
    [Range(5, 3600, ErrorMessage = "Give 5 to 3600 seconds.")]
    public int SilenceSeconds { get; set; } = 15;

    /// <summary>Seconds between two looks for runs that lost their worker, 1 to 3600.</summary>
    /// <value>5</value>
    [Range(1, 3600, ErrorMessage = "Give 1 to 3600 seconds.")]
    public int SweepSeconds { get; set; } = 5;

    /// <summary>Starts of one run before it is given up, 1 to 100.</summary>
    /// <value>3</value>
    [Range(1, 100, ErrorMessage = "Give 1 to 100.")]
    public int Attempts { get; set; } = 3;

    /// <summary>Seconds of work in one piece of a sweep, 0.01 to 60: short ones are shared more evenly and lose less when a node dies.</summary>
    /// <value>3</value>
    [Range(0.01, 60, ErrorMessage = "Give 0.01 to 60 seconds.")]
    public double ChunkSeconds { get; set; } = 3;

    /// <summary><see cref="Concurrency"/> with its default filled in.</summary>
    internal int Workers => Concurrency == 0 ? Environment.ProcessorCount : Concurrency;
}
