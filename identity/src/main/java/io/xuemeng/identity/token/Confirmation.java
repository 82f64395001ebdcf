package io.xuemeng.identity.token;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.json.JsonEvent;
import io.xuemeng.core.json.JsonReader;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.json.UnreadableJsonException;
import io.xuemeng.identity.claims.Claims;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code cnf}, which names the key that a token is bound to (RFC 7800, RFC 9449, 6.1). */
final class Confirmation {

    /** SHA-256 in base64url: 256 bits in 43 characters, the last two bits of which stand for nothing and are zero. */
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

    private Confirmation() {}

    /** The thumbprint, or null when there is no {@code cnf}; one that names no thumbprint of a right form is reported. */
    static @Nullable String thumbprint(Claims claims) {
        RawJson cnf = claims.object("cnf");
        if (cnf == null) {
            return null;
        }
        String found = null;
        try (JsonReader json = cnf.open(Limits.defaults(), claims.findings())) {
            json.next();
            while (json.nextMember()) {
                if (json.name().equals("jkt") && json.next() == JsonEvent.STRING) {
                    found = json.text();
                } else {
                    json.skipValue();
                }
            }
        } catch (UnreadableJsonException e) {
            // Reported.
            return null;
        }
        if (found == null || !THUMBPRINT.matcher(found).matches()) {
            // A binding that is not understood must not be taken for none.
            claims.report(TokenRequirement.CONFIRMATION_FORM, "cnf");
            return null;
        }
        return found;
    }
}
