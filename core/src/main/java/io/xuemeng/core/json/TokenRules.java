package io.xuemeng.core.json;

import io.xuemeng.core.input.Limits;
import io.xuemeng.core.input.Utf8;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.FindingSink;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Severity;
import org.jspecify.annotations.Nullable;

/** What is asked of each token, and what is said about a document that cannot be read on. */
final class TokenRules {

    /** A number of so few characters has no large exponent. */
    static final int SMALL_NUMBER = Exponents.MAX_DIGITS + 2;

    private final JsonDocument document;
    private final Limits limits;
    private final Tokenizer tokens;

    TokenRules(JsonDocument document, Limits limits, Tokenizer tokens) {
        this.document = document;
        this.limits = limits;
        this.tokens = tokens;
    }

    /** Why the tokenizer stopped. */
    Finding.Builder grammar() {
        if (tokens.malformed() >= 0) {
            return document.malformed(tokens.malformed());
        }
        JsonFault fault = JsonFault.find(document.bytes(), document.from(), document.to());
        // Strings that end are checked by the tokenizer; what it met between tokens, or in a string without an end, is
        // not.
        int malformed = Utf8.firstMalformed(document.bytes(), document.from(), document.to());
        if (malformed >= 0 && (fault == null || malformed <= fault.offset())) {
            return document.malformed(malformed);
        }
        if (fault == null) {
            throw new IllegalStateException("the tokenizer has refused a document that keeps the grammar");
        }
        return Finding.of(fault.requirement())
                .with("found", fault.found())
                .at(document.locationAt(fault.offset(), Pointers.shown(tokens)));
    }

    /**
     * What is wrong with the name that was read, or null: its length, or half of a surrogate pair, after which versions of parsers
     * differ in what they take the name for.
     */
    Finding.@Nullable Builder ofName(int length, int start, int loneSurrogate) {
        if (loneSurrogate >= 0) {
            return loneSurrogate(loneSurrogate).severity(Severity.FATAL);
        }
        return length > limits.textLength() ? textLength(start) : null;
    }

    /** What is wrong with the string that was read, or null. Half surrogate pairs are reported, and read on. */
    Finding.@Nullable Builder ofString(FindingSink findings) {
        int last = tokens.end() - 1;
        // A text has at most as many characters as bytes, so most need no counting.
        if (tokens.length() > limits.textLength() && tokens.text(true).length() > limits.textLength()) {
            return textLength(tokens.start());
        }
        if (tokens.hasSurrogates()) {
            int found = LoneSurrogates.first(document.bytes(), tokens.start() + 1, last);
            while (found >= 0) {
                findings.report(loneSurrogate(found).build());
                found = LoneSurrogates.first(document.bytes(), found + 6, last);
            }
        }
        return null;
    }

    /** What is wrong with the number that was read, or null. */
    Finding.@Nullable Builder ofNumber() {
        int length = tokens.length();
        if (length <= limits.numberLength() && !Exponents.isLarge(document.bytes(), tokens.start(), tokens.end())) {
            return null;
        }
        return Finding.of(JsonRequirement.NUMBER_SIZE)
                .with("limit", limits.numberLength())
                .at(place());
    }

    private Location place() {
        return document.locationAt(tokens.start(), Pointers.shown(tokens));
    }

    private Finding.Builder loneSurrogate(int offset) {
        String unit = String.format("u%04x", LoneSurrogates.unitAt(document.bytes(), offset, document.to()));
        return Finding.of(JsonRequirement.PAIRED_SURROGATES)
                .with("found", unit)
                .at(document.locationAt(offset, Pointers.shown(tokens)));
    }

    private Finding.Builder textLength(int offset) {
        return Finding.of(JsonRequirement.TEXT_LENGTH)
                .with("limit", limits.textLength())
                .at(document.locationAt(offset, Pointers.shown(tokens)));
    }

    Finding.Builder depth(int maxDepth) {
        return Finding.of(JsonRequirement.DEPTH).with("limit", maxDepth).at(place());
    }
}
