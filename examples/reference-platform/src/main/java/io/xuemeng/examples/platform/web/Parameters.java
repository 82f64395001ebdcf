package io.xuemeng.examples.platform.web;

import io.javalin.http.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parameters of addresses and forms. None may come twice (RFC 6749, 3.1): two readers would take different ones. */
public final class Parameters {

    /** The headers of a form that a program sends. */
    public static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");

    private Parameters() {}

    /** Those of the address; empty when one comes twice. */
    public static Optional<Map<String, String>> ofQuery(Context context) {
        return single(context.queryParamMap());
    }

    /** Those of the form; empty when one comes twice. */
    public static Optional<Map<String, String>> ofForm(Context context) {
        return single(context.formParamMap());
    }

    private static Optional<Map<String, String>> single(Map<String, List<String>> all) {
        Map<String, String> single = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> parameter : all.entrySet()) {
            if (parameter.getValue().size() != 1) {
                return Optional.empty();
            }
            single.put(parameter.getKey(), parameter.getValue().get(0));
        }
        return Optional.of(single);
    }

    /** An address with parameters behind those that it may have. */
    public static URI append(String address, Map<String, String> parameters) {
        String separator = URI.create(address).getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + encode(parameters));
    }

    /** Parameters as {@code application/x-www-form-urlencoded}. */
    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter ->
                        parameter.getKey() + '=' + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
