using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace AlphaFactory.Web.Components.Navigation;

/// <summary>
/// Keeps the browser's address in step with a page that changes its own view. The router would do it, too, but it scrolls to the top
/// at every change.
/// </summary>
public sealed class AddressBar(IJSRuntime script, ResourceAssetCollection assets) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Replaces the query of the address; an empty one removes it.</summary>
    public async Task ShowAsync(string query) => await (await ModuleAsync()).InvokeVoidAsync("show", query);

    /// <summary>Scrolls an element into sight when it is not, and gives it the focus when it takes one.</summary>
    public async Task RevealAsync(string elementId) => await (await ModuleAsync()).InvokeVoidAsync("reveal", elementId);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_module is { IsCompletedSuccessfully: true })
        {
            try
            {
                await (await _module).DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone.
            }
        }
    }

    private Task<IJSObjectReference> ModuleAsync() => _module ??= script.InvokeAsync<IJSObjectReference>("import", $"./{assets["js/address.js"]}").AsTask();
}
