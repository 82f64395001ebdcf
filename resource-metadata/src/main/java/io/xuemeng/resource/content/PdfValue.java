package io.xuemeng.resource.content;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a PDF file, as far as labels need it. */
sealed interface PdfValue {

    /** A name, without its slash. */
    record Name(String value) implements PdfValue {}

    /** A number; fractions are cut off. */
    record Whole(long value) implements PdfValue {}

    /** A reference to an object by its number. */
    record Reference(long number) implements PdfValue {}

    /** A string, each character one byte of it. */
    record Text(String octets) implements PdfValue {}

    /** An array. */
    record Array(List<PdfValue> values) implements PdfValue {}

    /** A keyword: {@code true}, {@code null}, {@code obj}, {@code stream}. */
    record Keyword(String value) implements PdfValue {}

    /** A dictionary. */
    record Dictionary(Map<String, PdfValue> entries) implements PdfValue {

        @Nullable
        PdfValue get(String key) {
            return entries.get(key);
        }

        /** A number, or {@code otherwise}. */
        long whole(String key, long otherwise) {
            return entries.get(key) instanceof Whole number ? number.value() : otherwise;
        }
    }
}
