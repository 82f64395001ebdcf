/**
 * Federated identity: tokens and their verifiers, keys, OpenID Federation trust chains, sessions, DPoP, LTI launches, and the national
 * hub's own interface.
 */
module io.xuemeng.identity {
    requires transitive io.xuemeng.core;
    requires transitive java.net.http;
    requires transitive java.sql;
    requires org.apache.commons.codec;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.xuemeng.identity;
    exports io.xuemeng.identity.dpop;
    exports io.xuemeng.identity.federation;
    exports io.xuemeng.identity.hub;
    exports io.xuemeng.identity.keys;
    exports io.xuemeng.identity.lti;
    exports io.xuemeng.identity.session;
    exports io.xuemeng.identity.token;
}
