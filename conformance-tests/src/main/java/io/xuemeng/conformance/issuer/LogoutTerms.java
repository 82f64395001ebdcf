package io.xuemeng.conformance.issuer;

import org.jspecify.annotations.Nullable;

/**
 * What the kit is registered with for signing out. Immutable.
 *
 * @param returnTo where people come back to ({@code post_logout_redirect_uris}); nobody needs to listen there
 * @param inbox where the issuer tells the kit that somebody signed out ({@code backchannel_logout_uri}); null when it does not
 */
public record LogoutTerms(String returnTo, @Nullable LogoutInbox inbox) {}
