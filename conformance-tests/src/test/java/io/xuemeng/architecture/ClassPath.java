package io.xuemeng.architecture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What these tests run on: directories of classes or jars, according to how far Maven was asked to go. */
final class ClassPath {

    private ClassPath() {}

    static List<Path> entries() {
        // Surefire starts from a jar that only names the others, and says here what they are.
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }
}
