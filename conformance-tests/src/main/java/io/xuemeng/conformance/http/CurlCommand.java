package io.xuemeng.conformance.http;

import io.xuemeng.conformance.role.Workspace;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as a line for a shell. Credentials are not in it, but the variable that is to hold them: {@code $CREDENTIALS} stands for
 * the header field as a whole, such as {@code Authorization: Basic dXNlcjpwYXNz}. A long body stands in a file of the run.
 */
final class CurlCommand {

    private static final int MAX_INLINE = 600;
    /** How long to wait for whoever keeps a connection that it was asked to close. */
    private static final int HEAD_SECONDS = 10;

    private CurlCommand() {}

    static String of(HttpQuestion question, URI address, @Nullable String authorization, Workspace workspace) {
        StringBuilder line = new StringBuilder("curl -sS -i -X ").append(question.method());
        if (question.method().equals("HEAD")) {
            // As the kit asks: -I would never read a body that follows, although it must not.
            line.append(" --ignore-content-length -m ").append(HEAD_SECONDS).append(" -H 'Connection: close'");
        }
        question.headers().forEach(field -> line.append(" -H ").append(quoted(field(field))));
        if (authorization != null) {
            line.append(" -H \"$CREDENTIALS\"");
        }
        byte[] body = question.body();
        if (body.length > 0) {
            line.append(" --data-binary ").append(quoted(data(body, workspace)));
            if (question.header("Content-Type").isEmpty()) {
                line.append(" -H 'Content-Type:'"); // curl would send one of its own
            }
        }
        return line.append(' ').append(quoted(address.toString())).toString();
    }

    private static String field(HttpQuestion.Field field) {
        // A field without value is left out, unless it ends with a semicolon.
        return field.value().isBlank() ? field.name() + ';' : field.name() + ": " + field.value();
    }

    private static String data(byte[] body, Workspace workspace) {
        String text = new String(body, StandardCharsets.UTF_8);
        boolean inline = body.length <= MAX_INLINE
                && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), body)
                && text.indexOf('@') < 0 // an address of e-mail would be masked
                && text.codePoints().noneMatch(Character::isISOControl)
                && !text.toLowerCase(Locale.ROOT).contains("authorization");
        return inline ? text : "@" + workspace.input(body, ".body");
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
