package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.requirement.MessageBundle;
import io.xuemeng.examples.platform.account.Passwords;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the tool says to who types it; were it to start instead, it would run until somebody stops it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommandLineTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Platform.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "texts"})
    void hasEverySentenceInBothLanguages(String bundle) {
        MessageBundle texts = MessageBundle.load(bundle, CommandLineTest.class::getResourceAsStream);

        assertThat(texts.keys(Locale.CHINESE)).isEqualTo(texts.keys(Locale.ENGLISH));
        assertThat(texts.keys(Locale.CHINESE))
                .filteredOn(key -> !key.startsWith("usage.synopsis"))
                .allSatisfy(key -> assertThat(texts.text(key, Locale.CHINESE)).matches("(?s).*\\p{IsHan}.*"));
    }

    @Test
    void explainsItselfInTheReadersLanguage() {
        assertThat(run("serve", "--help", "--lang", "zh-CN")).isZero();
        assertThat(out.toString()).contains("监听的端口").contains("默认：8080").doesNotContain("Default");

        assertThat(run("serve", "--help", "--lang=en")).isZero();
        assertThat(out.toString()).contains("The port to listen at").contains("Default: 8080");
    }

    @Test
    void saysWhatIsWrongWithACommandLine() throws Exception {
        Path clients = Files.writeString(folder.resolve("clients"), "lms plain-secret all\n");
        String store = "h2:" + folder.resolve("db");
        for (List<String> wrong : List.<List<String>>of(
                List.of("--store", store, "--port", "x"),
                List.of("--store"),
                List.<String>of(),
                List.of("--store", "mysql:x"),
                List.of("--store", "h2:"),
                List.of("--store", store + ";TRACE_LEVEL_FILE=3"),
                List.of("--store", store, "--bogus"),
                List.of("--store", store, "--client", "nosecret"),
                List.of("--store", store, "--client", "a:1", "a:2"),
                List.of("--store", store, "--client", "a:1", "--scope", "a=everything"),
                List.of("--store", store, "--scope", "b=all"),
                List.of("--store", store, "--cors", "*"),
                List.of("--store", store, "--behind-proxy"),
                List.of("--store", store, "--behind-proxy", "127.0.0.1,proxy.example.cn"),
                List.of("--store", store, "--xapi", "1.0.3,0.95"),
                List.of("--store", store, "--page", "0"),
                List.of("--store", store, "--max-document", "4000"),
                List.of("--store", store, "--clients", clients.toString()),
                List.of("--store", store, "--audit-key", clients.toString()),
                // It holds no certificate.
                List.of("--store", store, "--signers", folder.toString()),
                List.of("--store", store, "--lang", "fr"))) {
            err.getBuffer().setLength(0);
            String[] args = serve(wrong);
            assertThat(run(args)).as(String.join(" ", wrong)).isEqualTo(Platform.USAGE);
            assertThat(err.toString()).as(String.join(" ", wrong)).contains("xuemeng-platform serve");
        }
        assertThat(folder.resolve("db")).doesNotExist();
    }

    private static String[] serve(List<String> wrong) {
        return Stream.concat(Stream.of("serve"), wrong.stream()).toArray(String[]::new);
    }

    @Test
    void saysWhyItCannotStart() {
        assertThat(run("serve", "--lang=zh-CN", "--store", "h2:/dev/null/db")).isEqualTo(Platform.NOT_STARTED);
        assertThat(err.toString()).startsWith("平台未能启动：");
    }

    @Test
    void makesTheLineOfAClientWithoutItsSecret() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("天机\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("client", "lms", "--scope", "statements/write,state", "--lang=en"))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        String[] words = out.toString().strip().split(" ");
        assertThat(words).hasSize(3).startsWith("lms").endsWith("statements/write,state");
        assertThat(SecretHash.parse(words[1]).matches("天机")).isTrue();
        assertThat(SecretHash.parse(words[1]).matches("天机 ")).isFalse();
    }

    @Test
    void makesTheLineOfAnAccountWithoutItsPassword() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("天机\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("account", "lihua", "learner", "--set", "minor=true", "--lang=en"))
                    .isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString().strip())
                .startsWith("lihua $argon2id$")
                .endsWith(" learner minor=true")
                .doesNotContain("天机");
    }

    /** How the options of a class are typed, with a value that can be read, but for some. */
    private static Stream<String> options(Class<?> command, String... without) {
        return Stream.of(command.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Option.class))
                .map(CommandLineTest::typed)
                .filter(option -> !List.of(without).contains(option.split(" ")[0]));
    }

    private static String typed(Field field) {
        String name = field.getAnnotation(Option.class).names()[0];
        Class<?> type = field.getType();
        if (type == boolean.class) {
            return name;
        }
        return name + (type == int.class ? " 5" : type == Map.class ? " a=all" : " https://a.example.cn");
    }

    static Stream<String> optionsOfARole() {
        return options(FederationOptions.class, "--role");
    }

    @ParameterizedTest
    @MethodSource("optionsOfARole")
    void leavesNoOptionAsideThatNeedsARole(String option) {
        int code = run(("serve --lang=en --store h2:/dev/null/db " + option).split(" "));

        assertThat(code).isEqualTo(Platform.USAGE);
        assertThat(err.toString())
                .startsWith(option.split(" ")[0] + " is for a platform of a federation: it needs --role");
    }

    static Stream<String> optionsThatAHubHasNoUseFor() {
        return Stream.concat(
                // What a hub does with an anchor is said below.
                options(
                                FederationOptions.class,
                                "--role",
                                "--entity",
                                "--name",
                                "--keys",
                                "--anchor",
                                "--member",
                                "--allow-origin")
                        .map(option -> option + " | for a province or a platform"),
                options(ServeCommand.class, "--host", "--port", "--store", "--behind-proxy")
                        .map(option -> option + " | needs --store"));
    }

    @ParameterizedTest
    @MethodSource("optionsThatAHubHasNoUseFor")
    void leavesNoOptionAsideThatAHubHasNoUseFor(String line) {
        String[] parts = line.split(" \\| ");
        int code = run(("serve --lang=en --role hub --entity https://hub.example.cn --keys " + folder.resolve("keys")
                        + ' ' + parts[0])
                .split(" "));

        assertThat(code).isEqualTo(Platform.USAGE);
        assertThat(err.toString()).startsWith(parts[0].split(" ")[0]).contains(parts[1]);
        assertThat(folder.resolve("keys")).doesNotExist();
    }

    @Test
    void makesNoAdultOfWhoeverIsSaidToBeAMinorInAnotherWord() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("天机\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(run("account", "lihua", "learner", "--set", "minor=yes", "--lang=en"))
                    .isEqualTo(Platform.USAGE);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("minor=yes cannot be said", "minor=true or minor=false", "|primary|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--role king | king is no role",
                "--role platform | --entity is missing",
                "--role platform --entity http://platform.example.cn | unlike http://platform.example.cn",
                "--role platform --entity https://platform.example.cn/path | unlike https://platform.example.cn/path",
                "--role platform --entity https://platform.example.cn | --keys is missing",
                "--role platform --entity https://platform.example.cn --keys k | need --anchor",
                "--role hub --entity https://hub.example.cn --keys k --anchor h | need --anchor",
                "--role platform --entity https://a.example.cn --keys k --anchor h --member m | vouches for nobody",
                "--role hub --entity http://localhost:1 --keys KEYS | unlike http://localhost:1",
                "--role hub --entity https://hub.example.cn --keys k --allow-origin http://10.0.0.1 | Unlike http://10.0.0.1",
                "--role hub --entity https://hub.example.cn --keys k --allow-origin https://a.cn/x | Unlike https://a.cn/x",
                "--role province --entity https://a.example.cn --keys KEYS --anchor HUB --accounts HUB | no account",
                "--role province --entity https://a.example.cn --keys KEYS --anchor HUB --accounts ACCOUNTS | minor=yes cannot",
                "--role province --entity https://a.example.cn --keys KEYS --anchor HUB | --store is missing"
            })
    void saysWhatIsWrongWithWhoAPlatformIs(String line) throws Exception {
        String keys = folder.resolve("keys").toString();
        assertThat(run("entity", "--role=hub", "--entity=https://hub.example.cn", "--keys=" + keys))
                .isZero();
        Path hub = Files.writeString(folder.resolve("hub.json"), out.toString());
        Path accounts = Files.writeString(
                folder.resolve("accounts"), "lihua " + Passwords.hash("secret") + " learner minor=yes\n");
        String[] parts = line.split(" \\| ");

        int code = run(("serve --lang=en " + parts[0])
                .replace("KEYS", keys)
                .replace("HUB", hub.toString())
                .replace("ACCOUNTS", accounts.toString())
                .split(" "));

        assertThat(code).isEqualTo(Platform.USAGE);
        assertThat(err.toString()).contains(parts[1]);
    }

    @Test
    void understandsTheCommandsOfItsReadme() throws Exception {
        List<String> commands = Files.readAllLines(Path.of("README.md")).stream()
                .filter(line -> line.startsWith("java -jar "))
                .map(line -> line.replaceAll("^java -jar \\S+ ", "").replaceAll("\\s*>>? \\S+$", ""))
                .toList();

        assertThat(commands).hasSizeGreaterThan(7);
        for (String command : commands) {
            assertThat(new CommandLine(new Platform())
                            .parseArgs(command.split("\\s+"))
                            .hasSubcommand())
                    .as(command)
                    .isTrue();
        }
    }
}
