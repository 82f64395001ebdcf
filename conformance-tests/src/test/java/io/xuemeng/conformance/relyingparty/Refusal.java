package io.xuemeng.conformance.relyingparty;

/** A relying party refuses a token. */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    Refusal(String why) {
        super(why);
    }

    static void unless(boolean good, String why) throws Refusal {
        if (!good) {
            throw new Refusal(why);
        }
    }
}
