package io.xuemeng.conformance.report;

import static io.xuemeng.conformance.report.Markup.both;
import static io.xuemeng.conformance.report.Markup.escape;
import static io.xuemeng.conformance.report.Markup.text;

import io.xuemeng.conformance.result.Contradiction;
import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.result.RequirementResult;
import io.xuemeng.conformance.result.RoleResult;
import io.xuemeng.conformance.result.RunResult;
import io.xuemeng.conformance.result.TestResult;
import io.xuemeng.conformance.result.Untested;
import io.xuemeng.conformance.result.Verdict;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One self-contained page in Chinese and English, readable without network and without script. */
final class HtmlPage {

    private static final String STYLE = resource("page.css");
    private static final String SCRIPT = resource("page.js");

    private final StringBuilder out = new StringBuilder(1 << 18);
    private final RunResult result;
    private final String language;

    private HtmlPage(RunResult result, Locale locale) {
        this.result = result;
        this.language = locale.getLanguage().equals("zh") ? "zh-CN" : "en";
    }

    static String of(RunResult result, Locale locale) {
        HtmlPage page = new HtmlPage(result, locale);
        page.head(locale);
        page.overview();
        page.roles();
        page.tools();
        result.roles().forEach(page::role);
        page.out
                .append("<p id=\"none\" class=\"hidden\" role=\"status\">")
                .append(text("page.none"))
                .append("</p>\n</main>\n<script>")
                .append(SCRIPT)
                .append("</script>\n</body>\n</html>\n");
        return page.out.toString();
    }

    private void head(Locale locale) {
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\" data-lang=\"")
                .append(language)
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-")
                .append(hash(STYLE))
                .append("'; script-src 'sha256-")
                .append(hash(SCRIPT))
                .append("'\">\n<title>")
                .append(escape(Texts.of(locale, "page.heading") + " – " + result.platform()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#results\">")
                .append(text("page.skip"))
                .append("</a>\n<header><h1>")
                .append(text("page.heading"))
                .append("</h1><button id=\"language\" type=\"button\">")
                .append(text("page.language"))
                .append("</button></header>\n<main>\n");
    }

    private void overview() {
        out.append("<p class=\"platform\">")
                .append(escape(result.platform()))
                .append(" <strong class=\"conclusion ")
                .append(result.conclusion().label())
                .append("\">")
                .append(text("conclusion." + result.conclusion().label()))
                .append("</strong></p>\n");
        if (result.asExpected() != null) {
            out.append("<p>")
                    .append(text(result.asExpected() ? "page.asExpected" : "page.notAsExpected"))
                    .append("</p>\n");
        }
        for (Bilingual problem : result.problems()) {
            out.append("<p class=\"notice\">").append(both(problem)).append("</p>\n");
        }
        if (!result.selection().isEmpty()) {
            out.append("<p class=\"notice\">")
                    .append(text("page.selection", String.join(", ", result.selection())))
                    .append("</p>\n");
        }
        out.append("<dl class=\"facts\">");
        fact("page.started", escape(result.started()));
        fact("page.took", escape(String.format(Locale.ROOT, "%.1f s", result.millis() / 1000.0)));
        fact("page.kit", escape(result.kit()));
        fact("page.catalogue", "<code>" + escape(result.catalogue()) + "</code>");
        if (result.target() != null) {
            fact("page.target", "<code>" + escape(result.target()) + "</code>");
        }
        fact("page.run", "<code>" + escape(result.run()) + "</code>");
        out.append("</dl>\n<p class=\"dim\">").append(text("page.attestation")).append("</p>\n");
    }

    private void fact(String label, String value) {
        out.append("<dt>").append(text(label)).append("</dt><dd>").append(value).append("</dd>");
    }

    private void roles() {
        out.append("<h2>").append(text("page.roles")).append("</h2>\n<table><thead><tr><th scope=\"col\">");
        out.append(text("page.role")).append("</th><th scope=\"col\">").append(text("page.conclusion"));
        out.append("</th>");
        for (Verdict verdict : Verdict.values()) {
            out.append("<th scope=\"col\" class=\"number\">")
                    .append(text("verdict." + verdict.label()))
                    .append("</th>");
        }
        out.append("<th scope=\"col\" class=\"number\">")
                .append(text("page.untested"))
                .append("</th></tr></thead><tbody>\n");
        for (RoleResult role : result.roles()) {
            out.append("<tr><th scope=\"row\"><a href=\"#role-")
                    .append(escape(role.role()))
                    .append("\">")
                    .append(escape(role.role()))
                    .append("</a></th><td><strong class=\"conclusion ")
                    .append(role.conclusion().label())
                    .append("\">")
                    .append(text("conclusion." + role.conclusion().label()))
                    .append("</strong></td>");
            for (Verdict verdict : Verdict.values()) {
                out.append("<td class=\"number\">").append(role.count(verdict)).append("</td>");
            }
            out.append("<td class=\"number\">").append(role.untested().size()).append("</td></tr>\n");
        }
        out.append("</tbody></table>\n");
    }

    private void tools() {
        out.append("<div class=\"tools\" role=\"group\" aria-label=\"")
                .append(escape(language.equals("en") ? "Filter" : "筛选"))
                .append("\"><button type=\"button\" data-verdict=\"\" aria-pressed=\"true\">")
                .append(text("page.all"))
                .append("</button>");
        for (Verdict verdict : Verdict.values()) {
            out.append("<button type=\"button\" data-verdict=\"")
                    .append(verdict.label())
                    .append("\" aria-pressed=\"false\">")
                    .append(text("verdict." + verdict.label()))
                    .append("</button>");
        }
        out.append("<label class=\"search\">")
                .append(text("page.search"))
                .append(" <input id=\"search\" type=\"search\" autocomplete=\"off\"></label></div>\n")
                .append("<p id=\"shown\" class=\"dim\" role=\"status\" aria-live=\"polite\"></p>\n")
                .append("<div id=\"results\" tabindex=\"-1\"></div>\n");
    }

    private void role(RoleResult role) {
        out.append("<section aria-labelledby=\"role-")
                .append(escape(role.role()))
                .append("\">\n<h2 id=\"role-")
                .append(escape(role.role()))
                .append("\">")
                .append(escape(role.role()))
                .append("</h2>\n<p>")
                .append(text("page.features"))
                .append(" ")
                .append(role.features().isEmpty() ? "–" : escape(String.join(", ", role.features())))
                .append("</p>\n");
        if (role.reason() != null) {
            out.append("<p class=\"notice\">").append(both(role.reason())).append("</p>\n");
        }
        for (Contradiction contradiction : role.contradictions()) {
            out.append("<p class=\"notice\">")
                    .append(text("page.contradiction", contradiction.feature(), contradiction.observed()))
                    .append("</p>\n");
        }
        role.requirements().stream()
                .sorted(Comparator.comparing(RequirementResult::verdict))
                .forEach(requirement -> requirement(role, requirement));
        untested(role.untested());
        out.append("</section>\n");
    }

    private void requirement(RoleResult role, RequirementResult requirement) {
        String verdict = requirement.verdict().label();
        out.append("<details class=\"item ")
                .append(verdict)
                .append("\" data-verdict=\"")
                .append(verdict)
                .append("\" id=\"")
                .append(escape(role.role() + "-" + requirement.id()))
                .append("\"><summary><span class=\"badge\">")
                .append(text("verdict." + verdict))
                .append("</span> <span class=\"id\">")
                .append(escape(requirement.id()))
                .append("</span> <span class=\"level\">")
                .append(escape(requirement.level()))
                .append("</span> <span class=\"what\">")
                .append(both(requirement.text()))
                .append("</span></summary>\n<div class=\"body\"><p>")
                .append(text("page.source"))
                .append(" ")
                .append(Clauses.links(requirement.source()))
                .append("</p>\n");
        if (requirement.expectedFailure()) {
            out.append("<p class=\"notice\">")
                    .append(text("page.expectedFailure"))
                    .append("</p>\n");
        }
        requirement.tests().forEach(this::test);
        out.append("</div></details>\n");
    }

    private void test(TestResult test) {
        out.append("<p class=\"dim\"><code>")
                .append(escape(test.test()))
                .append("</code> · ")
                .append(text("verdict." + test.verdict().label()))
                .append(" · ")
                .append(text("page.checks", test.checks()))
                .append(" · ")
                .append(test.millis())
                .append(" ms</p>\n");
        if (test.reason() != null) {
            out.append("<p>").append(both(test.reason())).append("</p>\n");
        }
        for (Exchange exchange : test.exchanges()) {
            out.append("<dl class=\"exchange\">");
            fact("report.sent", both(exchange.sent()));
            fact("report.expected", both(exchange.expected()));
            fact("report.received", both(exchange.received()));
            if (exchange.replay() != null) {
                fact("report.replay", "<pre tabindex=\"0\">" + escape(exchange.replay()) + "</pre>");
            }
            out.append("</dl>\n");
        }
    }

    private void untested(List<Untested> untested) {
        if (untested.isEmpty()) {
            return;
        }
        out.append("<details class=\"untested\"><summary>")
                .append(text("page.untestedHeading", untested.size()))
                .append("</summary>\n<table><thead><tr><th scope=\"col\">ID</th><th scope=\"col\">")
                .append(text("page.level"))
                .append("</th><th scope=\"col\">")
                .append(text("page.why"))
                .append("</th></tr></thead><tbody>\n");
        for (Untested requirement : untested) {
            out.append("<tr><td class=\"id\">")
                    .append(escape(requirement.id()))
                    .append("</td><td>")
                    .append(escape(requirement.level()))
                    .append("</td><td>")
                    .append(both(requirement.why()))
                    .append("</td></tr>\n");
        }
        out.append("</tbody></table></details>\n");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the kit");
            }
            // The page has these lines, and its security policy their digest.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
