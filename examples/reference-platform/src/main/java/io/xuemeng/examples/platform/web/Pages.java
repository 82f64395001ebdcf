package io.xuemeng.examples.platform.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.xuemeng.core.requirement.MessageBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The platform's pages: Mustache templates, which escape what they are given, with sentences in Chinese and English. No page has a
 * script; each says to the browser that none is to run, and where its forms may lead. Thread-safe.
 */
public final class Pages {

    private static final MessageBundle TEXTS = MessageBundle.load("pages", Pages.class::getResourceAsStream);
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();

    /** What the address of a page, and the cookie that keeps it, call the language. */
    private static final String LANGUAGE = "lang";

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    /**
     * Whose pages they are.
     *
     * @param name what people call the platform
     * @param tls whether it is to be reached over TLS only
     * @param demonstration whether it says on each page that it is one, and not to be trusted with real passwords
     */
    public record Site(String name, boolean tls, boolean demonstration) {}

    private final Site site;
    private final Cookies cookies;

    /** The pages of a platform. */
    public Pages(Site site, Cookies cookies) {
        this.site = site;
        this.cookies = cookies;
    }

    /**
     * The language of a page: the one that its address asks for ({@code lang}), which is kept in a cookie until the browser ends; else
     * the one that is kept; else what the browser prefers; else Chinese.
     */
    public Locale language(Context context) {
        @Nullable Locale known = context.attribute(LANGUAGE);
        if (known != null) {
            return known;
        }
        Optional<Locale> kept = cookies.read(context, LANGUAGE).flatMap(Pages::ofTag);
        Optional<Locale> asked =
                Optional.ofNullable(context.queryParam(LANGUAGE)).flatMap(Pages::ofTag);
        if (asked.isPresent() && !asked.equals(kept)) {
            cookies.set(context, LANGUAGE, asked.get().toLanguageTag());
        }
        Locale language = asked.or(() -> kept).orElseGet(() -> preferred(context.header("Accept-Language")));
        context.attribute(LANGUAGE, language);
        return language;
    }

    private static Optional<Locale> ofTag(String tag) {
        String wanted = Locale.forLanguageTag(tag).getLanguage();
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(wanted))
                .findFirst();
    }

    private static Locale preferred(@Nullable String accepted) {
        try {
            @Nullable
            Locale found = accepted == null
                    ? null
                    : Locale.lookup(
                            Locale.LanguageRange.parse(accepted),
                            List.of(Locale.CHINESE, Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(found) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException e) {
            // No header of that form says anything about languages.
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** A sentence in a page's language. */
    public String text(Context context, String key) {
        return TEXTS.text(key, language(context));
    }

    /** Words one after the other, as a page's language separates them. */
    public String list(Context context, List<String> words) {
        return String.join(language(context).equals(Locale.ENGLISH) ? ", " : "、", words);
    }

    /** Shows a page whose forms lead nowhere but to this platform. */
    public void show(Context context, int status, String template, Map<String, ?> values) {
        show(context, status, template, values, "");
    }

    /**
     * Shows a page.
     *
     * @param values what its template asks for
     * @param formsLeadTo the address of another platform that answers to its forms may lead to; empty for none
     */
    public void show(Context context, int status, String template, Map<String, ?> values, String formsLeadTo) {
        Locale language = language(context);
        Map<String, Object> all = new HashMap<>(values);
        Map<String, String> texts = new HashMap<>();
        TEXTS.keys(language).forEach(key -> texts.put(key, TEXTS.text(key, language)));
        all.put("text", texts);
        all.put("platform", site.name());
        all.put("demonstration", site.demonstration());
        all.put("lang", language.toLanguageTag());
        all.put("otherLanguage", otherLanguage(context, language, template, values));
        all.put("title", texts.get(template + "Title"));
        all.put("content", template(template).execute(all));
        secure(context, formsLeadTo);
        context.status(status)
                .contentType("text/html; charset=utf-8")
                .result(template("layout").execute(all));
    }

    /** Shows a sentence and nothing else. */
    public void say(Context context, int status, String key) {
        show(context, status, "message", Map.of("sentence", text(context, key)));
    }

    /**
     * The same page in the other language. One that answers a form is not to be had by its address again: if it is about a request, it
     * is found by that, and if it only says something, the first page is next.
     */
    private static String otherLanguage(Context context, Locale language, String template, Map<String, ?> values) {
        boolean answer = context.req().getMethod().equals("POST");
        Map<String, String> query = new LinkedHashMap<>(
                answer ? Map.of() : Parameters.ofQuery(context).orElse(Map.of()));
        if (values.get("request") instanceof String request && !request.isEmpty()) {
            query.put("request", request);
        }
        query.put(LANGUAGE, language.equals(Locale.ENGLISH) ? "zh-CN" : "en");
        return (answer && template.equals("message") ? "/" : context.path()) + '?' + Parameters.encode(query);
    }

    private void secure(Context context, String formsLeadTo) {
        String forms = formsLeadTo.isEmpty() ? "'self'" : "'self' " + origin(URI.create(formsLeadTo));
        context.header(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action " + forms
                        + "; frame-ancestors 'none'; base-uri 'none'");
        secureAnswer(context);
        if (site.tls()) {
            context.header("Strict-Transport-Security", "max-age=31536000");
        }
    }

    /** Sends a browser on, with GET whatever it came with. */
    public static void redirect(Context context, URI address) {
        secureAnswer(context);
        context.redirect(address.toString(), HttpStatus.SEE_OTHER);
    }

    /** What every answer says that is for one reader and one moment: that it is not kept, not guessed at and not told of. */
    public static void secureAnswer(Context context) {
        context.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** By its parts: what a URI takes for an authority may hold characters that mean something in a policy. */
    private static String origin(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** The style of all pages. */
    public static void style(Context context) {
        context.contentType("text/css; charset=utf-8")
                .header("Cache-Control", "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .result(resource("style.css"));
    }

    private static Template template(String name) {
        return TEMPLATES.computeIfAbsent(
                name, key -> Mustache.compiler().emptyStringIsFalse(true).compile(resource(key + ".mustache")));
    }

    private static String resource(String name) {
        try (@Nullable InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
