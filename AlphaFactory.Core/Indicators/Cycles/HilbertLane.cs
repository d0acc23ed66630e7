namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>The transformers of the even or of the odd bars, and the in-phase part the other lane handed over.</summary>
internal struct HilbertLane
{
    private HilbertFilter _detrender, _quadrature, _advancedInPhase, _advancedQuadrature;
    private double _inPhaseTwoAgo, _inPhaseThreeAgo;

    /// <summary>The in-phase part: the detrended price three bars ago.</summary>
    public readonly double InPhase => _inPhaseThreeAgo;

    /// <summary>Passes one smoothed price through.</summary>
    public (double Detrended, double Quadrature, double AdvancedInPhase, double AdvancedQuadrature) Next(double smooth, int slot, double gain)
    {
        double detrended = _detrender.Next(smooth, slot, gain);
        double quadrature = _quadrature.Next(detrended, slot, gain);
        return (detrended, quadrature, _advancedInPhase.Next(_inPhaseThreeAgo, slot, gain), _advancedQuadrature.Next(quadrature, slot, gain));
    }

    /// <summary>Takes the detrended price of a bar of the other lane.</summary>
    public void Receive(double detrended)
    {
        _inPhaseThreeAgo = _inPhaseTwoAgo;
        _inPhaseTwoAgo = detrended;
    }
}
