package io.xuemeng.core.json;

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

    /** Whether a value starts, or is, here: everything but a name and the ends. */
    public boolean isValue() {
        return switch (this) {
            case START_OBJECT, START_ARRAY, STRING, NUMBER, TRUE, FALSE, NULL -> true;
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT -> false;
        };
    }
}
