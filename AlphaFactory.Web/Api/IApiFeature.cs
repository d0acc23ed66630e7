namespace AlphaFactory.Web.Api;

/// <summary>The endpoints of one subject under <c>/api/v1</c>. A class that implements this is found by existing.</summary>
internal interface IApiFeature
{
    /// <summary>Adds the endpoints; the group already asks for the right to read.</summary>
    void Map(IEndpointRouteBuilder api);
}
