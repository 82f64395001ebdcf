package io.xuemeng.conformance.issuer;

import org.jspecify.annotations.Nullable;

/**
 * What an issuer was told beforehand, and whom the kit may sign in. Immutable.
 *
 * @param issuer its address, as its tokens say
 * @param client the kit as a client
 * @param second another one, whose redirection address is on another host; null when there is none
 * @param user the name of a test user
 * @param password that user's
 * @param scope what is asked for
 * @param exchange what exchanging tokens takes; null when nobody said
 */
public record IssuerTerms(
        String issuer,
        ClientTerms client,
        @Nullable ClientTerms second,
        String user,
        String password,
        String scope,
        @Nullable ExchangeTerms exchange) {

    /** What an issuer was told that exchanges no tokens. */
    public IssuerTerms(
            String issuer,
            ClientTerms client,
            @Nullable ClientTerms second,
            String user,
            String password,
            String scope) {
        this(issuer, client, second, user, password, scope, null);
    }

    /** The issuer. */
    @Override
    public String toString() {
        return "IssuerTerms[" + issuer + ']';
    }
}
