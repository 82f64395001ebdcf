package io.xuemeng.core.crypto;

import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;

/** Why a key cannot be used. */
public enum KeyFault {
    /** It is not encoded as it should be, or damaged. */
    MALFORMED,
    /** Its kind is none of {@link KeyType}. */
    UNSUPPORTED_TYPE,
    /** It is an elliptic-curve key on another curve, or its curve is spelt out instead of named. */
    UNSUPPORTED_CURVE,
    /** Its public point does not lie on its curve. */
    NOT_ON_CURVE,
    /** Its RSA modulus is shorter than {@value VerificationKey#RSA_MIN_BITS} bits. */
    RSA_TOO_SHORT,
    /** Its RSA modulus is longer than {@value VerificationKey#RSA_MAX_BITS} bits, or even. */
    RSA_MODULUS,
    /** Its RSA modulus was made by a generator whose primes can be found (CVE-2017-15361). */
    RSA_PREDICTABLE,
    /** Its RSA exponent is 3 or less, even, or of 257 bits and more. */
    RSA_EXPONENT,
    /** The file does not hold what was asked for, such as a private key. */
    NOT_THERE,
    /** The password does not open it. */
    WRONG_PASSWORD,
    /** The private key does not belong to the certificate beside it. */
    NOT_A_PAIR;

    /** What is wrong and how to mend it; Chinese for every locale whose language is {@code zh}, English for all others. */
    public String message(Locale locale) {
        String space = locale.getLanguage().equals("zh") ? "" : " ";
        return Texts.BUNDLE.text(name(), TextPart.PROBLEM, locale)
                + space
                + Texts.BUNDLE.text(name(), TextPart.REMEDY, locale);
    }

    /** Loaded when the first text is asked for. */
    private static final class Texts {
        private static final MessageBundle BUNDLE = MessageBundle.load("messages", KeyFault.class::getResourceAsStream);
    }
}
