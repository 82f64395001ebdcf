package io.xuemeng.identity.hub;

import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.TextPart;
import java.util.Locale;

/** What the hub says went wrong, by its code ({@code retCode}). */
public enum HubError {
    /** A parameter is missing: 200001. */
    MISSING_PARAMETER("200001"),
    /** A parameter is wrong: 200002. */
    WRONG_PARAMETER("200002"),
    /** The session's ticket is not good, or no longer: 300006. */
    INVALID_TICKET("300006"),
    /** The person has not been verified by the hub: 300027. */
    NOT_VERIFIED("300027"),
    /** A code that is not known here; see {@link HubRefusedException#code()}. */
    OTHER("");

    /** The code of an answer that refuses nothing. */
    static final String OK = "000000";

    private static final MessageBundle MESSAGES =
            MessageBundle.load("messages", name -> HubError.class.getResourceAsStream(name));

    private final String code;

    HubError(String code) {
        this.code = code;
    }

    static HubError of(String code) {
        for (HubError error : values()) {
            if (error != OTHER && error.code.equals(code)) {
                return error;
            }
        }
        return OTHER;
    }

    /** What went wrong and what to do; Chinese for every locale whose language is {@code zh}, English for all others. */
    public String message(Locale locale) {
        String space = locale.getLanguage().equals("zh") ? "" : " ";
        return MESSAGES.text(name(), TextPart.PROBLEM, locale) + space + MESSAGES.text(name(), TextPart.REMEDY, locale);
    }
}
