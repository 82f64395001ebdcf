package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader stands in its document. It is what a reader extends and not what it holds: each is asked for its places. Its methods are
 * not final, so that {@link JsonReader} has bridges to them, without which nobody could call them by reflection.
 */
abstract sealed class JsonPlace permits JsonReader {

    final JsonDocument document;
    final Tokenizer tokens;

    JsonPlace(JsonDocument document) {
        this.document = document;
        this.tokens = new Tokenizer(document.bytes(), document.from(), document.to());
    }

    /** How many objects and arrays are open. */
    public int depth() {
        return tokens.depth();
    }

    /** The current token's JSON Pointer (RFC 6901), made when asked for; empty for the document's value itself. */
    public String pointer() {
        return Pointers.exact(tokens);
    }

    /** Where the current token starts, for a finding. */
    public Location location() {
        return document.locationAt(offset(), Pointers.shown(tokens));
    }

    /** Where the current token starts, with a pointer that the caller knows better. */
    public Location location(String pointer) {
        return document.locationAt(offset(), pointer);
    }

    /** A place whose offset and pointer the caller kept when the reader stood there. */
    public Location location(int offset, String pointer) {
        return document.locationAt(offset, pointer);
    }

    /** The line on which the current token starts, from 1. */
    public int line() {
        return document.placeOf(offset()).line();
    }

    /** The column, in characters, at which the current token starts, from 1. */
    public int column() {
        return document.placeOf(offset()).column();
    }

    /** The byte of the document at which the current token starts; cheaper than line and column. */
    public int offset() {
        return tokens.start();
    }

    /** The byte of the document after the current token's last; after a string it is the one behind its quote. */
    public int endOffset() {
        return tokens.end();
    }

    /** The file's path within its package, as given to {@link JsonReader#open}; null when the input is this document. */
    public @Nullable String entry() {
        return document.entry();
    }

    /** The byte at which the current member's name starts, when the reader stands on its value. */
    public int nameOffset() {
        return tokens.nameStart();
    }
}
