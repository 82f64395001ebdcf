package io.xuemeng.core.crypto;

import io.xuemeng.core.crypto.provider.BouncyCastle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PKCS#12 (RFC 7292), with Bouncy Castle's key store, because that of the Java platform cannot hold SM2 keys. */
final class Pkcs12Files {

    private Pkcs12Files() {}

    static SigningKey read(byte[] file, char[] password, @Nullable String alias) throws UnusableKeyException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12", BouncyCastle.provider());
            store.load(new ByteArrayInputStream(file), password);
            String name = alias == null ? onlyKey(store) : alias;
            Key key = store.getKey(name, password);
            if (!(key instanceof PrivateKey privateKey)) {
                throw new UnusableKeyException(KeyFault.NOT_THERE);
            }
            return SigningKey.of(privateKey, chain(store.getCertificateChain(name)));
        } catch (IOException e) {
            throw new UnusableKeyException(KeyFault.WRONG_PASSWORD, e);
        } catch (UnusableKeyException e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnusableKeyException(KeyFault.MALFORMED, e);
        }
    }

    private static String onlyKey(KeyStore store) throws GeneralSecurityException {
        String found = null;
        for (String name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name)) {
                if (found != null) {
                    throw new UnusableKeyException(KeyFault.NOT_THERE);
                }
                found = name;
            }
        }
        if (found == null) {
            throw new UnusableKeyException(KeyFault.NOT_THERE);
        }
        return found;
    }

    private static List<X509Certificate> chain(Certificate @Nullable [] found) {
        List<X509Certificate> chain = new ArrayList<>();
        if (found != null) {
            for (Certificate certificate : found) {
                chain.add((X509Certificate) certificate);
            }
        }
        return chain;
    }

    static byte[] write(SigningKey key, byte[] privateKeyInfo, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12-AES256-AES128", BouncyCastle.provider());
            store.load(null, null);
            PrivateKey privateKey = KeyFactory.getInstance(
                            switch (key.verificationKey().type()) {
                                case SM2, P_256 -> "EC";
                                case ED25519 -> "Ed25519";
                                case RSA -> "RSA";
                            },
                            BouncyCastle.provider())
                    .generatePrivate(new PKCS8EncodedKeySpec(privateKeyInfo));
            store.setKeyEntry("key", privateKey, null, key.certificates().toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Bouncy Castle could not write a key that it reads", e);
        }
    }
}
