package io.xuemeng.examples.platform.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers apart before anybody signs in, so that what one began no other one can end: an answer to a sign-in, a form. The proof
 * in a form is a keyed hash of the browser's cookie; another site can make the browser send the cookie, but cannot read it, and does
 * not know the key. Thread-safe.
 */
public final class Browsers {

    /** The field of a form that holds the proof. */
    public static final String FIELD = "csrf";

    private static final String COOKIE = "browser";

    private final Cookies cookies;
    private final SecretKeySpec key =
            new SecretKeySpec(Secrets.random().getBytes(StandardCharsets.UTF_8), "HmacSHA256");

    /** Browsers that come to a platform. */
    public Browsers(Cookies cookies) {
        this.cookies = cookies;
    }

    /** The name of a browser, which gets one now when it has none. */
    public String name(Context context) {
        @Nullable String known = context.attribute(COOKIE);
        if (known != null) {
            return known;
        }
        Optional<String> sent = cookies.read(context, COOKIE);
        String name = sent.orElseGet(Secrets::random);
        if (sent.isEmpty()) {
            cookies.set(context, COOKIE, name);
        }
        context.attribute(COOKIE, name);
        return name;
    }

    /** The proof to put in a form for a browser. */
    public String proof(Context context) {
        return hash(name(context));
    }

    /** Whether a form that was sent is one that this platform gave to this browser. */
    public boolean isOwnForm(Context context) {
        @Nullable String proof = context.formParam(FIELD);
        return proof != null
                && cookies.read(context, COOKIE)
                        .map(name -> Secrets.same(hash(name), proof))
                        .orElse(false);
    }

    private String hash(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
