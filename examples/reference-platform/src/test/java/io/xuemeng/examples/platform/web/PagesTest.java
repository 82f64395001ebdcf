package io.xuemeng.examples.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final URI PLATFORM = URI.create("https://platform.example.cn");

    private Javalin web;

    private void start(boolean demonstration) {
        Pages pages = new Pages(new Pages.Site("乙学习平台", true, demonstration), new Cookies(PLATFORM));
        web = Javalin.create(config -> {
            config.routes.get(
                    "/", context -> pages.show(context, 200, "message", Map.of("sentence", list(pages, context))));
            config.routes.post("/", context -> pages.say(context, 200, "signedOut"));
        });
        web.start("localhost", 0);
    }

    private static String list(Pages pages, io.javalin.http.Context context) {
        return pages.list(context, List.of(pages.text(context, "role.teacher"), pages.text(context, "role.guardian")));
    }

    @AfterEach
    void stop() {
        web.stop();
    }

    private HttpResponse<String> send(String path, String method, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + web.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .headers("Accept-Language", "en");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void keepTheLanguageThatWasChosen() throws Exception {
        start(true);
        HttpResponse<String> chosen = send("/?lang=zh-CN", "GET");
        assertThat(chosen.body()).contains("<html lang=\"zh-CN\">");
        assertThat(chosen.headers().allValues("Set-Cookie"))
                .containsExactly("__Host-lang=zh-CN; Path=/; Secure; HttpOnly; SameSite=Lax");

        String cookie = "__Host-lang=zh-CN";
        assertThat(send("/", "GET", "Cookie", cookie).body()).contains("<html lang=\"zh-CN\">");
        assertThat(send("/", "POST", "Cookie", cookie).body()).contains("您已退出登录。");
        HttpResponse<String> other = send("/?lang=en", "GET", "Cookie", cookie);
        assertThat(other.body()).contains("<html lang=\"en\">");
        assertThat(other.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("__Host-lang=en;");
    }

    @Test
    void keepNoLanguageThatNobodyChoseOrThatTheyDoNotSpeak() throws Exception {
        start(true);
        for (String path : List.of("/", "/?lang=fr", "/?lang=%0d%0aSet-Cookie:x=y")) {
            HttpResponse<String> page = send(path, "GET");
            assertThat(page.body()).contains("<html lang=\"en\">");
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        }
        assertThat(send("/", "GET", "Cookie", "__Host-lang=fr").body()).contains("<html lang=\"en\">");
    }

    @Test
    void listWordsAsTheirLanguageDoes() throws Exception {
        start(true);
        assertThat(send("/?lang=zh-CN", "GET").body()).contains(">教师、家长<");
        assertThat(send("/?lang=en", "GET").body()).contains(">a teacher, a parent or guardian<");
    }

    @Test
    void sayThatTheyAreADemonstrationOnlyWhereTheyAreOne() throws Exception {
        start(true);
        assertThat(send("/", "GET").body()).contains("A demonstration of the Xuemeng SDK");
        web.stop();

        start(false);
        assertThat(send("/", "GET").body()).doesNotContain("emonstration", "<footer");
    }
}
