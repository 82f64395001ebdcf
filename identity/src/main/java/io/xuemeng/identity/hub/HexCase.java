package io.xuemeng.identity.hub;

/** The case of the hexadecimal digits in a key proof: clients differ in it, and a hub takes one of them. */
public enum HexCase {
    /** {@code 0A1B}, as Java clients send it. */
    UPPER,
    /** {@code 0a1b}, as PHP clients send it. */
    LOWER
}
