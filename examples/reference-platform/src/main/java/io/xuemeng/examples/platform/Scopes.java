package io.xuemeng.examples.platform;

import io.xuemeng.lrs.server.Scope;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The names of scopes, for those who type them. */
final class Scopes {

    private Scopes() {}

    static String all() {
        return Arrays.stream(Scope.values()).map(Scope::text).collect(Collectors.joining(", "));
    }
}
