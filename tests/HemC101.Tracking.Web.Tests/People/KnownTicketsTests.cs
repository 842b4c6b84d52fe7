using System.Security.Claims;
using HemC101.Tracking.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace HemC101.Tracking.Web.Tests.People;

public sealed class KnownTicketsTests
{
    private readonly Counting _sealing = new();

    [Fact]
    public void Unprotect_TheSameCookie_IsOpenedOnce_AndEachCallerHasPropertiesOfTheirOwn()
    {
        var tickets = new KnownTickets(_sealing);
        var cookie = tickets.Protect(TicketOf("kozlova"));

        var first = tickets.Unprotect(cookie)!;
        first.Properties.IssuedUtc = DateTimeOffset.UnixEpoch;
        var second = tickets.Unprotect(cookie, null)!;

        Assert.Equal(1, _sealing.Opened);
        Assert.Equal(("kozlova", "Cookies"), (second.Principal.Identity!.Name, second.AuthenticationScheme));
        Assert.NotEqual(DateTimeOffset.UnixEpoch, second.Properties.IssuedUtc);
    }

    [Fact]
    public void Unprotect_WhatNobodySealed_IsNothing_EachTime()
    {
        var tickets = new KnownTickets(_sealing);
        var cookie = tickets.Protect(TicketOf("kozlova"));
        tickets.Unprotect(cookie);

        Assert.Null(tickets.Unprotect(cookie[..^1]));
        Assert.Null(tickets.Unprotect(cookie[..^1]));
        Assert.Null(tickets.Unprotect(null));
        Assert.Null(tickets.Unprotect(cookie, "another purpose"));
        Assert.NotNull(tickets.Unprotect(cookie));
    }

    [Fact]
    public void Unprotect_MoreThanAreKept_IsStillWhoseCookieItIs()
    {
        var tickets = new KnownTickets(_sealing);
        var cookies = Enumerable.Range(0, 1_200).Select(n => tickets.Protect(TicketOf($"person-{n}"))).ToList();

        for (var turn = 0; turn < 2; turn++)
        {
            Assert.Equal(Enumerable.Range(0, 1_200).Select(n => $"person-{n}"), cookies.Select(cookie => tickets.Unprotect(cookie)!.Principal.Identity!.Name));
        }

        Assert.True(_sealing.Opened > 1_200, "Nothing was forgotten: the memory has no end.");
    }

    private static AuthenticationTicket TicketOf(string name) =>
        new(new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Cookies")), new AuthenticationProperties { IssuedUtc = new(2026, 3, 1, 9, 30, 0, TimeSpan.Zero) }, "Cookies");

    private sealed class Counting : ISecureDataFormat<AuthenticationTicket>
    {
        private readonly TicketDataFormat _format = new(new EphemeralDataProtectionProvider().CreateProtector("test"));

        public int Opened { get; private set; }

        public string Protect(AuthenticationTicket data) => _format.Protect(data);

        public string Protect(AuthenticationTicket data, string? purpose) => _format.Protect(data, purpose);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            var ticket = _format.Unprotect(protectedText, purpose);
            Opened += ticket is null ? 0 : 1;
            return ticket;
        }
    }
}
