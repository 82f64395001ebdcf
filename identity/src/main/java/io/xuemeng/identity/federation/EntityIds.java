package io.xuemeng.identity.federation;

import java.net.URI;
import java.net.URISyntaxException;

/** Entity identifiers: https addresses with a host, without user, query and fragment (OpenID Federation 1.0, 1.2). */
final class EntityIds {

    /** The greatest length that federations have to take, in characters. */
    static final int MAX_LENGTH = 2048;

    private EntityIds() {}

    static boolean isValid(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        try {
            URI uri = new URI(text);
            // Plain http is refused when it is fetched; where an origin was allowed by name, entities of that origin
            // may exist.
            boolean http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return http
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** The host of an identifier that was checked. */
    static String host(String entity) {
        return String.valueOf(URI.create(entity).getHost());
    }
}
