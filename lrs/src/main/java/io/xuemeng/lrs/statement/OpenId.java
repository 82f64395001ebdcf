package io.xuemeng.lrs.statement;

/**
 * An agent's or group's OpenID.
 *
 * @param uri a URI
 */
public record OpenId(String uri) implements InverseFunctionalIdentifier {

    @Override
    public String property() {
        return "openid";
    }

    @Override
    public String key() {
        return "openid " + uri;
    }

    /** Without the identifier. */
    @Override
    public String toString() {
        return "OpenId[]";
    }
}
