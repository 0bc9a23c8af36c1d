import { QueryTypes, type Sequelize } from 'sequelize'

/** Which migrations of this database began and which were finished. */
export interface LoggedMigration {
  readonly name: string
  readonly finished: boolean
}

/** The table `migrations`, in the form that umzug's storage needs. */
export class MigrationLog {
  readonly #sequelize: Sequelize

  constructor(sequelize: Sequelize) {
    this.#sequelize = sequelize
  }

  async create(): Promise<void> {
    await this.#sequelize.query(
      'CREATE TABLE IF NOT EXISTS `migrations` (`name` VARCHAR(100) NOT NULL PRIMARY KEY,' +
        ' `began_at` BIGINT NOT NULL, `finished_at` BIGINT NULL)',
    )
  }

  async entries(): Promise<LoggedMigration[]> {
    const rows = await this.#sequelize.query<{ name: string; finished_at: number | null }>(
      'SELECT `name`, `finished_at` FROM `migrations` ORDER BY `name`',
      { type: QueryTypes.SELECT },
    )
    return rows.map((row) => ({ name: row.name, finished: row.finished_at !== null }))
  }

  async begin(name: string): Promise<void> {
    const ignore = this.#sequelize.getDialect() === 'sqlite' ? 'OR IGNORE' : 'IGNORE'
    await this.#sequelize.query(
      `INSERT ${ignore} INTO \`migrations\` (\`name\`, \`began_at\`) VALUES (?, ?)`,
      {
        replacements: [name, Date.now()],
      },
    )
  }

  async logMigration({ name }: { readonly name: string }): Promise<void> {
    await this.#sequelize.query('UPDATE `migrations` SET `finished_at` = ? WHERE `name` = ?', {
      replacements: [Date.now(), name],
    })
  }

  async unlogMigration({ name }: { readonly name: string }): Promise<void> {
    await this.#sequelize.query('DELETE FROM `migrations` WHERE `name` = ?', { replacements: [name] })
  }

  async executed(): Promise<string[]> {
    return (await this.entries()).filter((entry) => entry.finished).map((entry) => entry.name)
  }
}
