package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.sample.SmallPackage;

/** A package that inflates a thousand times, of a size that harms nobody who inflates it. */
final class Bomb {

    private static final int ZEROS = 16 << 20;

    private Bomb() {}

    /** The package; made once. */
    static byte[] make() {
        return Holder.BOMB;
    }

    private static final class Holder {
        private static final byte[] BOMB = SmallPackage.zip(SmallPackage.files("content/zeros.txt", new byte[ZEROS]));
    }
}
