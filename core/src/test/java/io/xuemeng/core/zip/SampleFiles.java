package io.xuemeng.core.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Samples of {@link ZipRequirement} by path below {@code src/samples}, and how they are made. */
abstract class SampleFiles {

    final Map<String, byte[]> files = new TreeMap<>();

    void put(ZipRequirement requirement, String name, byte[] bytes) {
        files.put(requirement.id() + '/' + name + ".zip", bytes);
    }

    void limits(ZipRequirement requirement, String lines) {
        files.put(requirement.id() + "/limits.properties", lines.getBytes(UTF_8));
    }

    /** A passing package of a page and a second one, and the same with an edit. */
    void pair(ZipRequirement requirement, Consumer<RawZip> edit) {
        put(requirement, "pass", plain().build());
        fail(requirement, "fail", edit);
    }

    void fail(ZipRequirement requirement, String name, Consumer<RawZip> edit) {
        put(requirement, name, plain().edit(edit).build());
    }

    static RawZip plain() {
        return SamplePackage.of("content/second.html");
    }
}
