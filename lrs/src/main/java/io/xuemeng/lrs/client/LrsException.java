package io.xuemeng.lrs.client;

import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.core.requirement.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store did not do what it was asked. It says what was asked, what came back, and what to do, in English ({@link #getMessage()})
 * or Chinese ({@link #message(Locale)}), and is safe to show and to log: no query, no statement, no secret is in it.
 */
public abstract sealed class LrsException extends RuntimeException
        permits LrsAnswerException, LrsRefusedException, LrsUnavailableException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 2000;
    private static final MessageBundle TEXTS =
            MessageBundle.load("messages", name -> LrsException.class.getResourceAsStream(name));

    private final String key;
    private final String request;
    private final int status;
    private final String serverText;
    private UUID[] stored = {};

    LrsException(String key, String request, int status, String serverText, @Nullable Throwable cause) {
        super(null, cause);
        this.key = key;
        this.request = request;
        this.status = status;
        this.serverText = SafeText.visible(serverText, SHOWN);
    }

    /** The HTTP status; 0 when there was no response. */
    public int status() {
        return status;
    }

    /** What the server said of the fault, cut to 2,000 characters and made safe to show; empty when it said nothing. */
    public String serverText() {
        return serverText;
    }

    /** The ids of those statements of the call that the store had acknowledged before; they are stored, the others may not be. */
    public List<UUID> stored() {
        return List.of(stored);
    }

    /** What happened and what to do, in a reader's language. */
    public String message(Locale locale) {
        String text = TEXTS.text(key, locale)
                .replace("{request}", request)
                .replace("{status}", Integer.toString(status))
                .replace("{cause}", cause());
        if (serverText.isEmpty()) {
            return text;
        }
        String gap = locale.getLanguage().equals("zh") ? "" : " ";
        return text + gap + TEXTS.text("server", locale) + gap + serverText;
    }

    private String cause() {
        Throwable cause = getCause();
        if (cause == null) {
            return "";
        }
        String text = cause.getMessage();
        return SafeText.argument(cause.getClass().getSimpleName() + (text == null ? "" : ": " + text));
    }

    @Override
    public String getMessage() {
        return message(Locale.ENGLISH);
    }

    LrsException afterStoring(List<UUID> ids) {
        stored = ids.toArray(UUID[]::new);
        return this;
    }
}
