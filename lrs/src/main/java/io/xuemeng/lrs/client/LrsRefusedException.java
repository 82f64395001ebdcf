package io.xuemeng.lrs.client;

/**
 * A store refused a request: it is wrong, not allowed, or contradicts what is stored. Sending it again as it is changes nothing.
 */
public final class LrsRefusedException extends LrsException {

    private static final long serialVersionUID = 1;

    LrsRefusedException(String request, int status, String serverText) {
        super(key(status), request, status, serverText, null);
    }

    private static String key(int status) {
        return switch (status) {
            case 401, 403, 404, 409, 412, 413 -> "refused." + status;
            default -> status >= 300 && status < 400 ? "refused.redirect" : "refused.other";
        };
    }

    /**
     * Whether it contradicts what is stored: another statement has the id (409), or the document is there already (409) or is not
     * the one that was read (412).
     */
    public boolean isConflict() {
        return status() == 409 || status() == 412;
    }
}
