package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scaena.server.ServerOption;

/** The configuration and the table of options say the same. */
class ServerConfigurationTest {

    @ParameterizedTest
    @EnumSource(ServerOption.class)
    void hasEveryOptionWithItsDefault(ServerOption option) throws ReflectiveOperationException {
        Method attribute = ServerConfiguration.class.getDeclaredMethod(option.optionName());

        assertThat(attribute.getDefaultValue()).isEqualTo(option.defaultValue());
    }
}
