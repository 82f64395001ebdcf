package io.xuemeng.core.code;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Names by the two digits that a code begins with, read from a table beside this class. Immutable. */
final class CodeTable {

    private final @Nullable String[] names = new @Nullable String[100];

    private CodeTable() {}

    /** Reads a table: UTF-8, tab-separated, code then name; lines that begin with {@code #} say where it comes from. */
    static CodeTable load(String name) {
        CodeTable table = new CodeTable();
        try (InputStream in = CodeTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from its artifact");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    int tab = line.indexOf('\t');
                    table.names[Integer.parseInt(line.substring(0, 2))] = line.substring(tab + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + name + " could not be read", e);
        }
        return table;
    }

    /** The name under the two characters at a position, or null when they are no digits or not in the table. */
    @Nullable
    String name(CharSequence text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? null : names[tens * 10 + ones];
    }

    boolean has(CharSequence text, int at) {
        return name(text, at) != null;
    }
}
