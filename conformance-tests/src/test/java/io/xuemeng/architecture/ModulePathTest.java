package io.xuemeng.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Surefire runs everything on the class path, so nothing else would notice a package that is not exported or a module
 * that is not required. Here a vendor's module is compiled and run with the SDK on the module path.
 */
class ModulePathTest {

    private static final Path CONSUMER = Path.of("src", "consumer", "java");

    @Test
    void aVendorsModuleCompilesAndRunsOnTheModulePath(@TempDir Path folder) throws IOException, InterruptedException {
        String modulePath =
                ClassPath.entries().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        List<String> compile = new ArrayList<>(List.of(
                "javac",
                "-Xlint:all",
                "-Werror",
                "-encoding",
                "UTF-8",
                "--release",
                "17",
                "--module-path",
                modulePath));
        compile.addAll(List.of("-d", folder.toString()));
        try (Stream<Path> sources = Files.walk(CONSUMER)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(compile::add);
        }
        assertEquals("", run(compile, folder));
        assertEquals(
                """
                4111010001 普通高等学校
                必须是绝对 IRI（RFC 3987），例如 https://example.cn/course/312
                must be an absolute IRI (RFC 3987), such as https://example.cn/course/312
                XML keeps the record: true
                JSON is written: true
                the habit is found: true
                """,
                run(
                        List.of(
                                "java",
                                "-Dfile.encoding=UTF-8",
                                "-Dstdout.encoding=UTF-8",
                                "-Duser.language=de",
                                "--module-path",
                                folder + File.pathSeparator + modulePath,
                                "--module",
                                "vendor/vendor.Main"),
                        folder));
    }

    private static String run(List<String> command, Path folder) throws IOException, InterruptedException {
        List<String> full = new ArrayList<>(command);
        full.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        Path log = folder.resolve(command.get(0) + ".log"); // the provider logs its version there
        Process process = new ProcessBuilder(full).redirectError(log.toFile()).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> output + read(log));
        return output.replace("\r\n", "\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
