package io.xuemeng.examples.platform.oidc;

import io.xuemeng.core.crypto.SigningException;
import io.xuemeng.examples.platform.web.Expiring;
import io.xuemeng.identity.session.ProofKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorization codes: each is good once, for a minute, for the client it was given to. Whoever presents one with anything that does not
 * fit uses it up, because it is in the wrong hands; and when one comes a second time, what the first time gave is taken back (RFC 6749,
 * 4.1.2). Thread-safe.
 */
final class Codes {

    private static final Logger LOG = LoggerFactory.getLogger(Codes.class);
    private static final int CAPACITY = 100_000;
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    /** A code and what became of it. */
    private static final class Code {

        private final Grant grant;
        private boolean used;
        private @Nullable String accessToken;

        Code(Grant grant) {
            this.grant = grant;
        }
    }

    private final Expiring<Code> codes;
    private final Tokens tokens;

    Codes(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.codes = new Expiring<>(CAPACITY, LIFETIME, clock);
    }

    String issue(Grant grant) {
        return codes.add(new Code(grant));
    }

    /**
     * Exchanges a code.
     *
     * @param client who presents it, authenticated
     * @return empty when it is not to be exchanged; the client is not told why
     */
    Optional<Tokens.Issued> redeem(String secret, String client, String redirectUri, String codeVerifier)
            throws SigningException {
        Code code = codes.find(secret).orElse(null);
        if (code == null) {
            return Optional.empty();
        }
        synchronized (code) {
            if (code.used) {
                LOG.atWarn().addKeyValue("client", client).log("a code came twice; its tokens are taken back");
                if (code.accessToken != null) {
                    tokens.revoke(code.accessToken);
                }
                return Optional.empty();
            }
            code.used = true;
            Grant grant = code.grant;
            boolean fits = grant.client().id().equals(client)
                    && grant.redirectUri().equals(redirectUri)
                    && ProofKey.matches(grant.codeChallenge(), codeVerifier)
                    && grant.session().reach(grant.client(), tokens.subject(grant.client(), grant.session()));
            if (!fits) {
                LOG.atWarn().addKeyValue("client", client).log("a code came from somebody it was not for");
                return Optional.empty();
            }
            Tokens.Issued issued = tokens.issue(grant);
            code.accessToken = issued.accessToken();
            return Optional.of(issued);
        }
    }
}
