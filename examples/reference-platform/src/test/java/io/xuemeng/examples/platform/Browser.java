package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.web.Parameters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a browser as people need to sign in: it keeps cookies by host, as all browsers do, follows redirects and sends forms. */
final class Browser {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");

    /**
     * What it shows.
     *
     * @param way the addresses that it was sent on to, in their order
     */
    record Page(URI address, int status, HttpHeaders headers, String text, List<URI> way) {

        /** Where the link of an id, or of a text, leads. */
        URI link(String mark) {
            Matcher matcher = Pattern.compile("<a (?:id=\"" + mark + "\" [^>]*)?href=\"([^\"]*)\"[^>]*>"
                            + (text.contains("id=\"" + mark + "\"") ? "" : mark))
                    .matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no link " + mark + " in " + text);
            }
            return address.resolve(unescaped(matcher.group(1)));
        }

        /** What stands in the element of an id. */
        String element(String id) {
            Matcher matcher = Pattern.compile("id=\"" + id + "\"[^>]*>([^<]*)<").matcher(text);
            return matcher.find() ? unescaped(matcher.group(1)) : "";
        }

        /** What a hidden field of its forms holds. */
        String field(String name) {
            return HIDDEN.matcher(text)
                    .results()
                    .filter(hidden -> hidden.group(1).equals(name))
                    .findFirst()
                    .orElseThrow()
                    .group(2);
        }

        private static String unescaped(String html) {
            return html.replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&#x3D;", "=")
                    .replace("&#x60;", "`")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

    /** Opens an address and goes wherever that leads. */
    Page open(URI address) throws Exception {
        return follow(address, null, "\0");
    }

    /** The same, but stops before an address that begins with something. */
    Page openUpTo(URI address, String end) throws Exception {
        return follow(address, null, end);
    }

    /** Fills in a page's form and sends it. */
    Page submit(Page page, Map<String, String> fields) throws Exception {
        return submitUpTo(page, fields, "\0");
    }

    /** The same with the form of an action. */
    Page submit(Page page, String action, Map<String, String> fields) throws Exception {
        if (!page.text().contains("action=\"" + action + "\"")) {
            throw new AssertionError("no form " + action + " in " + page.text());
        }
        return send(page, action, fields, "\0");
    }

    Page submitUpTo(Page page, Map<String, String> fields, String end) throws Exception {
        Matcher action = ACTION.matcher(page.text());
        if (!action.find()) {
            throw new AssertionError("no form in " + page.text());
        }
        return send(page, action.group(1), fields, end);
    }

    private Page send(Page page, String action, Map<String, String> fields, String end) throws Exception {
        Map<String, String> all = new LinkedHashMap<>();
        HIDDEN.matcher(page.text()).results().forEach(hidden -> all.put(hidden.group(1), hidden.group(2)));
        all.putAll(fields);
        return follow(page.address().resolve(action), Parameters.encode(all), end);
    }

    private Page follow(URI address, String form, String end) throws Exception {
        List<URI> way = new ArrayList<>();
        HttpResponse<String> response = send(address, form);
        URI at = address;
        while (response.statusCode() / 100 == 3) {
            URI next = at.resolve(response.headers().firstValue("Location").orElseThrow());
            way.add(next);
            if (next.toString().startsWith(end) || way.size() > 10) {
                break;
            }
            at = next;
            response = send(at, null);
        }
        return new Page(at, response.statusCode(), response.headers(), response.body(), way);
    }

    private HttpResponse<String> send(URI address, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept-Language", "en");
        Map<String, String> own = cookies.computeIfAbsent(address.getHost(), host -> new LinkedHashMap<>());
        if (!own.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            own.forEach((name, value) -> pairs.add(name + '=' + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form));
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
            if (cookie.contains("Max-Age=0")) {
                own.remove(pair[0]);
            } else {
                own.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    /** The names of the cookies of a host. */
    List<String> cookies(String host) {
        return List.copyOf(cookies.getOrDefault(host, Map.of()).keySet());
    }
}
