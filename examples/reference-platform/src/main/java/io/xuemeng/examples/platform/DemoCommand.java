package io.xuemeng.examples.platform;

import io.xuemeng.core.crypto.UnusableKeyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xuemeng-platform demo}: a hub, a province and a platform on this machine, to click through. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class DemoCommand implements Callable<Integer> {

    private static final int MAX_PORT = 65_533;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--folder", paramLabel = "DIR", defaultValue = "demo", descriptionKey = "demo.folder")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "demo.port")
    private int port;

    @Option(names = "--sm2", descriptionKey = "demo.sm2")
    private boolean sm2;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException, UnusableKeyException {
        Locale locale = language.locale();
        if (port < 1 || port > MAX_PORT) {
            throw new ParameterException(spec.commandLine(), Texts.of(locale, "wrong.port", MAX_PORT));
        }
        Demonstration.Places places =
                new Demonstration.Places(address(port), address(port + 1), address(port + 2), sm2);
        Demonstration demonstration = Demonstration.start(folder, places);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            demonstration.close();
                            stopped.countDown();
                        },
                        "stopping"));
        PrintWriter out = spec.commandLine().getOut();
        out.println(Texts.of(locale, "demo.hub", places.hub()));
        out.println(Texts.of(locale, "demo.province", places.province()));
        out.println(Texts.of(locale, "demo.platform", places.platform()));
        out.println(Texts.of(
                locale,
                "demo.people",
                demonstration.pupil(),
                demonstration.pupilPassword(),
                demonstration.teacher(),
                demonstration.teacherPassword()));
        out.println(Texts.of(locale, "demo.click", places.platform()));
        stopped.await();
        return Platform.DONE;
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }
}
