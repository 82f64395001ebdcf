package io.xuemeng.conformance.provider;

/** How the store that is opened for an order answers those who send statements. */
enum Temper {
    /** It takes everything. */
    WILLING(0, 0),
    /** It is busy when it is first asked, and takes everything afterwards. */
    BUSY_AT_FIRST(503, 1),
    /** It refuses everything. */
    REFUSING(400, Integer.MAX_VALUE);

    private final int status;
    private final int times;

    Temper(int status, int times) {
        this.status = status;
        this.times = times;
    }

    /** Whether it refuses a sending. */
    boolean refuses(int sendingsBefore) {
        return sendingsBefore < times;
    }

    /** What it answers then. */
    int status() {
        return status;
    }
}
