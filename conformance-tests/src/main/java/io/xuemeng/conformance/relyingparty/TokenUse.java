package io.xuemeng.conformance.relyingparty;

/** What a token is shown for. */
public enum TokenUse {
    /** To sign somebody in (OpenID Connect Core 1.0). */
    ID_TOKEN("id_token"),
    /** To act for somebody (RFC 9068). */
    ACCESS_TOKEN("access_token"),
    /** To tell that somebody signed out (OpenID Connect Back-Channel Logout 1.0). */
    LOGOUT_TOKEN("logout_token"),
    /** To send somebody from a learning platform to a tool (LTI 1.3). */
    LTI_LAUNCH("lti_launch");

    private final String label;

    TokenUse(String label) {
        this.label = label;
    }

    /** Its name in questions. */
    public String label() {
        return label;
    }
}
