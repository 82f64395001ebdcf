package io.xuemeng.core.json;

import io.xuemeng.core.requirement.Argument;

/** What a {@link JsonReader} meets. */
public enum JsonEvent {
    /** <code>{</code>. */
    START_OBJECT,
    /** <code>}</code>. */
    END_OBJECT,
    /** {@code [}. */
    START_ARRAY,
    /** {@code ]}. */
    END_ARRAY,
    /** The name of a member; its value follows. */
    NAME,
    /** A string. */
    STRING,
    /** A number. */
    NUMBER,
    /** {@code true}. */
    TRUE,
    /** {@code false}. */
    FALSE,
    /** {@code null}. */
    NULL,
    /** The end of the document; it comes again when asked again. */
    END_DOCUMENT;

    private static final JsonEvent[] EVENTS = values();

    /**
     * A number for the event, for a reader that serves for many documents: a reference that is set for each token costs such an
     * old object more than the token.
     */
    @SuppressWarnings("EnumOrdinal") // never leaves the reader
    byte code() {
        return (byte) ordinal();
    }

    /** The event with a number. */
    static JsonEvent of(byte code) {
        return EVENTS[code];
    }

    /**
     * The name of the value's type, in English and Chinese, for findings.
     *
     * @throws IllegalStateException when this is {@linkplain #isValue() no value}
     */
    public Argument.Term typeName() {
        return switch (this) {
            case START_OBJECT -> new Argument.Term("object", "对象");
            case START_ARRAY -> new Argument.Term("array", "数组");
            case STRING -> new Argument.Term("string", "字符串");
            case NUMBER -> new Argument.Term("number", "数值");
            case TRUE, FALSE -> new Argument.Term("boolean", "布尔值");
            case NULL -> new Argument.Term("null", "null");
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> throw new IllegalStateException(this + " is no value");
        };
    }

    /** Whether a value starts, or is, here: everything but a name and the ends. */
    public boolean isValue() {
        return switch (this) {
            case START_OBJECT, START_ARRAY, STRING, NUMBER, TRUE, FALSE, NULL -> true;
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> false;
        };
    }
}
