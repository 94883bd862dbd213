package org.fitmesh.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class FitmeshDataSourceTest {

    @Test
    void theSettingWinsOverTheDefaults() {
        PGSimpleDataSource driver = new PGSimpleDataSource();
        driver.setUrl(
                FitmeshDataSource.withDefaults(
                        "jdbc:postgresql://host/db?prepareThreshold=0&sslmode=require"));

        assertThat(driver.getPrepareThreshold()).isZero();
        assertThat(driver.getSslMode()).isEqualTo("require");
        assertThat(driver.getApplicationName()).isEqualTo("fitmesh");
        assertThat(FitmeshDataSource.withDefaults("jdbc:postgresql://host/db"))
                .startsWith("jdbc:postgresql://host/db?ApplicationName=fitmesh&");
    }

    @Test
    void connectingIsBoundedAsAWhole() {
        assertThat(FitmeshDataSource.bounded("url?a=b", 0, 7))
                .isEqualTo("url?a=b&loginTimeout=6.75");
        assertThat(FitmeshDataSource.bounded("url?a=b", 3, 7)).isEqualTo("url?a=b");
        assertThat(FitmeshDataSource.bounded("url?a=b", 0, 0)).isEqualTo("url?a=b");
    }
}
