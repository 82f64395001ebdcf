package io.xuemeng.identity.federation;

import io.xuemeng.core.requirement.Argument;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Entity identifiers: https addresses with a host, without user, query and fragment (OpenID Federation 1.0, 1.2). A demonstration on one
 * machine may have entities under plain http too, when its {@link FederationProfile} says so.
 */
final class EntityIds {

    /** The greatest length that federations have to take, in characters. */
    static final int MAX_LENGTH = 2048;

    /** What never leaves the machine, whatever a name server says (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3). */
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|(?:[a-z0-9-]+\\.)+localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    private static final Argument.Term RULE = rule("an https address", "https 地址，");
    private static final Argument.Term RULE_WITH_HTTP = rule(
            "an https address, or an http address of this machine such as http://localhost:8081,",
            "https 地址，或本机的 http 地址（如 http://localhost:8081），");

    private EntityIds() {}

    private static Argument.Term rule(String english, String chinese) {
        return new Argument.Term(
                english + " with a host, without user, query and fragment, of at most " + MAX_LENGTH + " characters",
                chinese + "带主机名，不含用户名、查询和片段，不超过 " + MAX_LENGTH + " 个字符");
    }

    /** What one is, in words. */
    static Argument.Term rule(boolean httpOnLoopback) {
        return httpOnLoopback ? RULE_WITH_HTTP : RULE;
    }

    /**
     * Refuses what is none.
     *
     * @param whose what the identifier is that of, for the message
     * @throws IllegalArgumentException when it is none
     */
    static void require(String text, boolean httpOnLoopback, String whose) {
        if (!isValid(text, httpOnLoopback)) {
            throw new IllegalArgumentException("the entity identifier of " + whose + " is "
                    + rule(httpOnLoopback).english() + ", not " + text);
        }
    }

    /**
     * Whether it is one.
     *
     * @param httpOnLoopback whether it may be plain http on this machine
     */
    static boolean isValid(String text, boolean httpOnLoopback) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || (httpOnLoopback && isHttpOnLoopback(uri)))
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHttpOnLoopback(URI uri) {
        return "http".equals(uri.getScheme())
                && LOOPBACK.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    /** The host of an identifier that was checked. */
    static String host(String entity) {
        return String.valueOf(URI.create(entity).getHost());
    }
}
