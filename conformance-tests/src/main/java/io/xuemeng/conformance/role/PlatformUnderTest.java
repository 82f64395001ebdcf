package io.xuemeng.conformance.role;

import java.util.List;

/**
 * A platform that is tested in process, without sockets and command lines: a name and the roles it declares.
 *
 * <pre>{@code
 * PlatformUnderTest platform = PlatformUnderTest.of("示例云课堂 4.2",
 *     Offer.of(Role.PACKAGE_VALIDATOR, (PackageValidation) request -> judge(request.file()), "profile-alliance"));
 * }</pre>
 */
public interface PlatformUnderTest {

    /** The platform and its version, as reports name it. */
    String name();

    /** The roles it declares, each once. */
    List<Offer> offers();

    /** A platform of a name and some roles. */
    static PlatformUnderTest of(String name, Offer... offers) {
        List<Offer> list = List.of(offers);
        return new PlatformUnderTest() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Offer> offers() {
                return list;
            }
        };
    }
}
