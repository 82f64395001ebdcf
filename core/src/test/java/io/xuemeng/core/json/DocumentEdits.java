package io.xuemeng.core.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents that somebody has spoilt: the samples and some small ones, with bytes changed, taken out, put in and cut off. */
final class DocumentEdits {

    private static final int MAX_BYTES = 2000;

    private static final String[] SMALL = {
        "",
        "[]",
        "{}",
        " 1 ",
        "\"\"",
        "[\"\\\\\",\"\\\"\"]",
        "{\"a\":{\"a\":[{\"a\":1},2,{}]},\"b\":[[],[[]]],\"\\u0061\":1}",
        "{\"\":{\"a~/b\":1,\"id\":\"\",\"a-name-of-more-than-16-bytes\":0,\"a-name-of-more-than-16-bytez\":0}}",
        "[1.0,-0,0.0e-0,1E400,123456789012345678,12345678901234567,-1234567890123456.7]",
        "{\"标题\":\"分数\",\"\uD83D\uDE00\":\"\\ud83d\\ude00 \\ud800\"}"
    };

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\"a\":1,",
        "\"id\":",
        "1",
        "-",
        "0",
        ".5",
        "1.50",
        "e",
        "E+7",
        "1e99999",
        "00",
        "+1",
        "true",
        "false",
        "null",
        "nul",
        "NaN",
        "'",
        "//",
        "#",
        "\\",
        "\\u0061",
        "\\ud83d\\ude00",
        "\\ud800",
        "\\udc00",
        "\\u0000",
        "\\u12",
        "\\x",
        "\\/",
        " ",
        "\n",
        "\t",
        "\r",
        "\r\n",
        "\u000B",
        "\f",
        "\u0000",
        "\u001F",
        "\u007F",
        "分",
        "\uD842\uDFB7",
        "\u00A0",
        "\u2028",
        "\uFEFF",
        "\"\":",
        "\"?\":1,",
        "\"\\ud800\":",
        "1234567890123456789",
        "         "
    };

    /** Not UTF-8: overlong, surrogates, above U+10FFFF, cut off, continued without a beginning; and the last that are. */
    private static final String[] BYTES = {
        "c080",
        "c1bf",
        "eda080",
        "edbfbf",
        "e08080",
        "e09fbf",
        "f08fbfbf",
        "f4908080",
        "f5808080",
        "ff",
        "fe",
        "80",
        "e588",
        "f09f98",
        "c3",
        "f888808080",
        "f48fbfbf",
        "efbfbf",
        "ed9fbf",
        "00"
    };

    private DocumentEdits() {}

    static Arbitrary<byte[]> documents() {
        List<byte[]> seeds = seeds();
        Arbitrary<Edit> edit = Combinators.combine(
                        Arbitraries.integers().between(0, MAX_BYTES),
                        Arbitraries.integers().between(0, 3),
                        pieces())
                .as(Edit::new);
        return Combinators.combine(
                        Arbitraries.of(seeds),
                        edit.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 4 * MAX_BYTES))
                .as((seed, edits, length) -> {
                    byte[] document = seed;
                    for (Edit each : edits) {
                        document = each.of(document);
                    }
                    return length < document.length ? Arrays.copyOf(document, length) : document;
                });
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                Arbitraries.of(PIECES).map(piece -> HexFormat.of().formatHex(piece.getBytes(StandardCharsets.UTF_8))),
                Arbitraries.of(BYTES),
                Arbitraries.bytes().map(b -> HexFormat.of().toHexDigits(b)));
    }

    private record Edit(int place, int removed, String hex) {

        byte[] of(byte[] document) {
            int at = place % (document.length + 1);
            int on = Math.min(document.length, at + removed);
            ByteArrayOutputStream edited = new ByteArrayOutputStream();
            edited.write(document, 0, at);
            edited.writeBytes(HexFormat.of().parseHex(hex));
            edited.write(document, on, document.length - on);
            return edited.toByteArray();
        }
    }

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/samples"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) <= MAX_BYTES) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // As many of the small ones as of the others, for most of what an edit can break is in them.
        int samples = seeds.size();
        for (int i = 0; i < Math.max(samples, SMALL.length); i++) {
            seeds.add(SMALL[i % SMALL.length].getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }
}
