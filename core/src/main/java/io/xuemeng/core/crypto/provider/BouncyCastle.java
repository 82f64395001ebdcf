package io.xuemeng.core.crypto.provider;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Bouncy Castle without registering it: an application may have its own version, or its own idea of the order of providers.
 * Loaded when it is first asked for.
 */
public final class BouncyCastle {

    private static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}

    /** The instance, for {@code getInstance(name, provider)}. */
    public static Provider provider() {
        return PROVIDER;
    }
}
