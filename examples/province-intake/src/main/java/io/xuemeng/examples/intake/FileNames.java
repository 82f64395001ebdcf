package io.xuemeng.examples.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How files are called in reports. On Linux a file's name is bytes, which Java decodes as the locale says: under the POSIX
 * locale no Chinese name survives that, and a name somebody wrote in GBK survives no locale. The bytes themselves do.
 */
final class FileNames {

    /** What Java puts for bytes it cannot decode. */
    static final char UNDECODED = '\uFFFD';

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private FileNames() {}

    /** A path as it is shown: as it was given, with every name decoded that can be. */
    static String shown(Path path) {
        String text = path.toString();
        if (text.indexOf(UNDECODED) < 0) {
            return text;
        }
        StringJoiner names = new StringJoiner(path.getFileSystem().getSeparator());
        for (Path name : path) {
            names.add(decoded(name));
        }
        return path.isAbsolute() ? path.getRoot() + names.toString() : names.toString();
    }

    private static String decoded(Path name) {
        if (name.toString().indexOf(UNDECODED) < 0) {
            return name.toString();
        }
        ByteBuffer bytes = bytes(name);
        return CHARSETS.stream()
                .flatMap(charset -> decoded(bytes.duplicate(), charset).stream())
                .findFirst()
                .orElse(name.toString());
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The bytes of a name; only the path's URI tells them. */
    private static ByteBuffer bytes(Path name) {
        String uri = name.toAbsolutePath().toUri().getRawPath();
        // The URI of a folder ends with a slash.
        String last = uri.replaceFirst("/$", "").replaceFirst("^.*/", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < last.length(); i++) {
            if (last.charAt(i) == '%') {
                bytes.write(Integer.parseInt(last, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(last.charAt(i));
            }
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
